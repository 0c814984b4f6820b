/** What QEMU said when it did not start. */
export interface Complaint {
  /** Its first line, without the program's name and the argument. */
  readonly message: string;
  /** What it added: hints, lists of what it would take. */
  readonly more: readonly string[];
  /** The option that it names as it is on the command line, and which of the options that is. */
  readonly argument?: { readonly words: readonly string[]; readonly index: number } | undefined;
}

/** QEMU's prefix for what does not end it (util/error-report.c). */
const HARMLESS = /^(warning|info): /;

/**
 * QEMU names the option that it stumbles over: `qemu-system-x86_64: -device scsi-block,...: message`
 * (QEMU util/error-report.c, print_loc). Undefined where it said nothing at all.
 */
export function complaintOf(said: string, options: readonly (readonly string[])[]): Complaint | undefined {
  const lines = said.split('\n').map((line) => line.trimEnd());
  const found = lines
    .map((line, index) => ({ line, index, argument: argumentOf(line, options) }))
    .filter(({ line, argument }) => !HARMLESS.test(messageOf(line, argument)) && /^\S*qemu\S*: /.test(line))
    .at(-1);
  if (found === undefined) {
    const [message, ...more] = lines.filter((line) => line !== '');
    return message === undefined ? undefined : { message, more };
  }
  return {
    message: messageOf(found.line, found.argument),
    more: [...before(lines, found.index), ...lines.slice(found.index + 1)].filter((line) => line !== ''),
    argument: found.argument,
  };
}

/** A library's own words stand before QEMU's, without its name. */
function before(lines: readonly string[], index: number): readonly string[] {
  const start = lines.slice(0, index).findLastIndex((line) => /^\S*qemu\S*: /.test(line));
  return lines.slice(start + 1, index);
}

function messageOf(line: string, argument: Complaint['argument']): string {
  const message = line.replace(/^\S+: /, '');
  return argument === undefined ? message : message.slice(argument.words.join(' ').length + 2);
}

function argumentOf(line: string, options: readonly (readonly string[])[]): Complaint['argument'] {
  const text = line.replace(/^\S+: /, '');
  for (const [index, group] of options.entries())
    for (const words of optionsOf(group))
      if (text.startsWith(`${words.join(' ')}: `)) return { words, index };
  return undefined;
}

/** The words of `<qemu:commandline>` are one group with several options. */
function optionsOf(group: readonly string[]): (readonly string[])[] {
  if (group.length <= 2) return [group];
  return group.flatMap((word, index) =>
    word.startsWith('-') ? [[word, ...group.slice(index + 1, index + 2)]] : [],
  );
}
