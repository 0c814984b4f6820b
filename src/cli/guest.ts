import type { ConvertOptions, Reading } from '../convert';

/** A domain XML as it was read, and all that its conversion takes from outside. */
export interface GuestInput {
  /** What messages quote. */
  readonly text: string;
  readonly reading: Reading;
  readonly options: ConvertOptions;
}
