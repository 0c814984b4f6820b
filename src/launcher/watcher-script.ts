/**
 * The watcher, a POSIX script: its input says a line each what there is to end and to remove, and ends when the process
 * that writes it is done, or dead. Then what was started last is ended first. Its arguments: how long a process has between
 * SIGTERM and SIGKILL, in tenths of a second, and a script that takes back what host steps did. No value ever becomes a part of its text.
 */
export const WATCHER = `trap '' HUP INT QUIT TERM
grace=$1 undo=$2
shift 2
processes=
# When a process started, in ticks since the boot: its number may be another's by then (proc(5), field 22).
started() {
  stat=$(cat "/proc/\${1#-}/stat" 2>/dev/null) || return 0
  # shellcheck disable=SC2086 # words are meant
  set -- \${stat##*) }
  [ "$1" = Z ] || echo "\${20}"
}
alive() {
  [ -n "\${1#*:}" ] && [ "$(started "\${1%%:*}")" = "\${1#*:}" ]
}
while IFS= read -r line; do
  value=\${line#* }
  case $line in
    'process '*) processes="$value:$(started "$value") $processes" ;;
    'path '*) set -- "$@" "$value" ;;
  esac
done
for process in $processes; do
  alive "$process" || continue
  kill -s TERM -- "\${process%%:*}" 2>/dev/null
  left=$grace
  while alive "$process" && [ "$left" -gt 0 ]; do
    sleep 0.1
    left=$((left - 1))
  done
  case $process in
    -*) kill -s KILL -- "\${process%%:*}" 2>/dev/null ;;
    *) ! alive "$process" || kill -s KILL -- "\${process%%:*}" 2>/dev/null ;;
  esac
done
for path in "$@"; do
  if [ -d "$path" ]; then rmdir "$path"; else rm -f "$path"; fi
done
[ -z "$undo" ] || sh -c "$undo"
`;
