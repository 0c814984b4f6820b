import type { PlannedChardev } from './chardev';
import type { Planned } from './planned';

export interface PlannedRedirdev extends Planned<'redirdev'> {
  readonly chardev: PlannedChardev;
  /** usbredirparser's rules: `class:vendor:product:version:allow|...`. */
  readonly filter?: string | undefined;
}
