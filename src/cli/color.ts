import { isatty } from 'node:tty';
import { colors, PLAIN, type Paint } from '../diagnostics/paint';

export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

/** Color on standard error: on a terminal unless NO_COLOR is set (no-color.org) or TERM is dumb. */
export async function paintFor(choice: ColorChoice, env: NodeJS.ProcessEnv = process.env): Promise<Paint> {
  const wanted =
    choice === 'always' || (choice === 'auto' && !env['NO_COLOR'] && env['TERM'] !== 'dumb' && isatty(2));
  return wanted ? colors() : PLAIN;
}
