/** In the order of the help. */
export const COMMAND_NAMES = [
  'convert',
  'check',
  'explain',
  'normalize',
  'tree',
  'diff',
  'run',
  'verify',
  'batch',
  'host',
  'probe',
  'init',
  'completion',
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];

/**
 * Whether these arguments can mean nothing but guests that are converted one by one: no word of them is another command,
 * asks for help or the version, or calls for what most conversions have no use for.
 */
export function isConversion(args: readonly string[]): boolean {
  const others: readonly string[] = COMMAND_NAMES.filter((name) => name !== 'convert');
  const isOther = (word: string) =>
    word === 'help' || others.includes(word) || OTHER_WORK.some((option) => word.startsWith(option));
  return args.length > 0 && !args.some(isOther);
}

/** Whether they ask for the version, whatever comes after. */
export function asksVersion([first]: readonly string[]): boolean {
  return first === '--version' || first === '-V';
}

/** `-d` is `--out-dir` and `-dDIR`; no pattern, which would take ten times as long at the first words. */
const OTHER_WORK = ['-h', '--help', '-V', '--version', '--redact', '-d', '--out-dir', '-j', '--jobs'];
