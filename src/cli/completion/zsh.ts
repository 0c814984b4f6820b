import type { Completed, CompletedCommand, CompletedOption, Values } from './model';

/** A script that works from a folder of fpath (as _domxml2qemu) and after `source`. */
export function zsh({ program, fallback, commands }: Completed): string {
  return `#compdef ${program}
# zsh completion of ${program}, written by '${program} completion zsh'

${commands.map((command) => zshFunction(program, command.name, command)).join('')}${zshFunction(program, '', fallback)}_${program}() {
  local -a names
  names=(
${commands.map(({ name, about }) => `    ${quoted(`${name}:${about}`)}\n`).join('')}  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe -t commands command names
    _files -g '*.xml'
    return
  fi
  case $words[2] in
    ${commands.map(({ name }) => name).join(' | ')})
      local command=$words[2]
      shift words
      (( CURRENT-- ))
      _${program}_command_$command ;;
    *) _${program}_command_ ;;
  esac
}

if [[ $funcstack[1] == _${program} ]]; then _${program} "$@"; else compdef _${program} ${program}; fi
`;
}

function zshFunction(program: string, name: string, { options, operands }: CompletedCommand): string {
  const lines = options.map((option) => `    ${zshOption(option)}`);
  // Values of options come before operands, and after -- there are only these.
  const rest = operands.kind === 'free' ? [] : [`    ${quoted(`*:${operands.kind}:${action(operands)}`)}`];
  return `_${program}_command_${name}() {
  _arguments -s -S \\
${[...lines, ...rest].join(' \\\n')}
}

`;
}

function zshOption({ flags, about, value, values }: CompletedOption): string {
  const text = `[${about.replace(/[[\]\\]/g, '\\$&')}]`;
  const taken = value === undefined ? '' : `:${value.replaceAll(':', '\\:')}:${action(values)}`;
  const [first = ''] = flags;
  // A long option takes its value as the next word or after =.
  const long = (flag: string) => (value !== undefined && flag.startsWith('--') ? `${flag}=` : flag);
  if (flags.length === 1) return quoted(`${long(first)}${text}${taken}`);
  return `'(${flags.join(' ')})'{${flags.map(long).join(',')}}${quoted(text + taken)}`;
}

function action(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `(${values.words.join(' ')})`;
    case 'list':
      return `_values -s , word ${values.words.join(' ')}`;
    case 'guest':
      return '_files -g "*.xml"';
    case 'file':
      return '_files';
    case 'folder':
      return '_files -/';
    case 'program':
      return ' _command_names -e';
    case 'free':
      return ' ';
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
