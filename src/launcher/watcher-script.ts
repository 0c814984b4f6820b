/**
 * The watcher, a POSIX script: its input says a line each what there is to end and to remove, and ends when the process
 * that writes it is done, or dead. Then what was started last is ended first. Its argument: how long a process has between
 * SIGTERM and SIGKILL, in tenths of a second. `undo` and `exports` are followed by as many lines of shell as they say; one
 * that was cut off is none. No value ever becomes a part of its text.
 */
export const WATCHER = `trap '' HUP INT QUIT TERM
grace=$1 undo= exports=
shift
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
lines() {
  text= left=$1
  while [ "$left" -gt 0 ]; do
    IFS= read -r line || return
    text="$text$line
"
    left=$((left - 1))
  done
}
while IFS= read -r line; do
  value=\${line#* }
  case $line in
    'process '*) processes="$value:$(started "$value") $processes" ;;
    'path '*) set -- "$@" "$value" ;;
    'undo '*) lines "$value" && undo="$text$undo" ;;
    'exports '*) lines "$value" && exports=$text ;;
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
[ -z "$undo" ] || sh -c "$exports$undo"
`;
