import type { Completed, CompletedCommand, CompletedOption, Values } from './model';

/** A script for fish 3. */
export function fish({ program, fallback, commands }: Completed): string {
  const names = commands.map(({ name }) => name);
  return `# fish completion of ${program}, written by '${program} completion fish'

function __${program}_first
    test (count (commandline -opc)) -eq 1
end

function __${program}_is
    set -l words (commandline -opc)
    set -l command $words[2]
    contains -- "$command" ${names.join(' ')}; or set command ''
    test "$command" = "$argv[1]"
end

# Files that end as a guest's do, and folders on the way there.
function __${program}_guests
    complete -C "__${program}_none "(commandline -ct) | string match -r '.*(?:\\.xml|/)$'
end

complete -c ${program} -f
${commands.map(({ name, about }) => `complete -c ${program} -n __${program}_first -a ${name} -d ${quoted(about)}\n`).join('')}${commands.map((command) => fishCommand(program, command.name, command)).join('')}${fishCommand(program, "''", fallback)}`;
}

function fishCommand(program: string, name: string, { options, operands }: CompletedCommand): string {
  const start = `complete -c ${program} -n "__${program}_is ${name}"`;
  const lines = options.map((option) => `${start}${fishOption(program, option)}\n`);
  const rest = operands.kind === 'free' ? '' : `${start} -k${offer(program, operands)}\n`;
  return `\n${lines.join('')}${rest}`;
}

function fishOption(program: string, { flags, about, value, values }: CompletedOption): string {
  const names = flags.map((flag) =>
    flag.startsWith('--') ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`,
  );
  return `${names.join('')}${value === undefined ? '' : ` -r${offer(program, values)}`} -d ${quoted(about)}`;
}

function offer(program: string, values: Values): string {
  switch (values.kind) {
    case 'words':
      return ` -f -a '${values.words.join(' ')}'`;
    case 'list':
      return ` -f -a '(__fish_append , ${values.words.join(' ')})'`;
    case 'guest':
      return ` -f -a '(__${program}_guests)'`;
    case 'file':
      return ' -F';
    case 'folder':
      return " -f -a '(__fish_complete_directories)'";
    case 'program':
      return " -f -a '(__fish_complete_command)'";
    case 'free':
      return ' -f';
  }
}

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
