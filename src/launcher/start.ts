import type { Watcher } from './watcher';

/** What the steps of one start share. */
export interface Start {
  readonly watcher: Watcher;
  readonly env: NodeJS.ProcessEnv;
  /** A line for the user. */
  readonly say: (line: string) => void;
  /** Milliseconds that a companion has to open its socket. */
  readonly patience: number;
  readonly interrupted: Promise<never>;
  /** Whether QEMU has ended. */
  readonly over: () => boolean;
}
