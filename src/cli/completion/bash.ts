import type { Completed, CompletedCommand, Values } from './model';

/** A script for bash 4 or newer, with or without the package bash-completion. */
export function bash({ program, fallback, commands }: Completed): string {
  const names = commands.map(({ name }) => name);
  return `# bash completion of ${program}, written by '${program} completion bash'

_${program}_offer() {
  mapfile -t COMPREPLY < <(compgen "$@" 2>/dev/null)
}

# Names of files that end as said, and of folders on the way there.
_${program}_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <({ compgen -f -X "!*$1" -- "$2"; compgen -d -- "$2"; } 2>/dev/null | sort -u)
}

# Words with commas between: what stands before the last comma stays.
_${program}_list() {
  local stays=
  case $2 in *,*) stays=\${2%,*}, ;; esac
  compopt -o nospace 2>/dev/null
  _${program}_offer -P "$stays" -W "$1" -- "\${2##*,}"
}

_${program}() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  # bash takes the = of --option=value for a word.
  if [ "$word" = = ]; then word=
  elif [ "$before" = = ]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  [ "$COMP_CWORD" -gt 1 ] || command=
  case $command in
${commands.map((command) => bashCase(program, command.name, command)).join('')}${bashCase(program, '*', fallback)}  esac
  if [ "$COMP_CWORD" -eq 1 ] && [[ $word != -* ]]; then
    local words
    mapfile -t words < <(compgen -W '${names.join(' ')}' -- "$word")
    COMPREPLY+=("\${words[@]}")
  fi
}

complete -F _${program} ${program}
`;
}

function bashCase(program: string, pattern: string, { options, operands }: CompletedCommand): string {
  const valued = options.filter(({ value }) => value !== undefined);
  const flags = options.flatMap((option) => option.flags);
  const cases = valued.map(
    ({ flags: names, values }) => `        ${names.join(' | ')}) ${offer(program, values)}; return ;;\n`,
  );
  return `    ${pattern})
${cases.length === 0 ? '' : `      case $before in\n${cases.join('')}      esac\n`}      case $word in
        -*) _${program}_offer -W '${flags.join(' ')}' -- "$word" ;;
        *) ${offer(program, operands)} ;;
      esac ;;
`;
}

function offer(program: string, values: Values): string {
  switch (values.kind) {
    case 'words':
      return `_${program}_offer -W '${values.words.join(' ')}' -- "$word"`;
    case 'list':
      return `_${program}_list '${values.words.join(' ')}' "$word"`;
    case 'guest':
      return `_${program}_files .xml "$word"`;
    case 'file':
      return `_${program}_files '' "$word"`;
    case 'folder':
      return `compopt -o filenames 2>/dev/null; _${program}_offer -d -- "$word"`;
    case 'program':
      return `compopt -o filenames 2>/dev/null; _${program}_offer -c -- "$word"`;
    case 'free':
      return ':';
  }
}
