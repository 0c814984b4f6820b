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

/** Whether these arguments can mean nothing but a conversion: no word of them is another command, or asks for help. */
export function isConversion(args: readonly string[]): boolean {
  const others: readonly string[] = COMMAND_NAMES.filter((name) => name !== 'convert');
  return args.length > 0 && !args.some((word) => HELP.includes(word) || others.includes(word));
}

const HELP = ['-h', '--help', 'help'];
