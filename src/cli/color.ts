import { colors, PLAIN, type Paint } from '../diagnostics/paint';
import { onTerminal } from './terminal';

export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

/** Color on standard error, or on the stream named: on a terminal unless NO_COLOR is set (no-color.org) or TERM is dumb. */
export async function paintFor(
  choice: ColorChoice,
  env: NodeJS.ProcessEnv = process.env,
  fd: 1 | 2 = 2,
): Promise<Paint> {
  const mayBe = choice === 'always' || (choice === 'auto' && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
  return mayBe && (choice === 'always' || (await onTerminal(fd))) ? colors() : PLAIN;
}
