/** In the order of the help. */
export const COMMAND_NAMES = [
  'convert',
  'check',
  'explain',
  'normalize',
  'tree',
  'run',
  'verify',
  'batch',
  'host',
  'probe',
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];
