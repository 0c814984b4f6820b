import type { Place } from './place';

/** `<seclabel type= model= relabel=>`: no part of a command line by nature. */
export interface Seclabel {
  readonly at: Place;
  readonly type?: string | undefined;
  readonly model?: string | undefined;
  readonly relabel?: boolean | undefined;
  readonly label?: string | undefined;
  /** `<baselabel>`: what a dynamic label is made of. */
  readonly hasBase: boolean;
}

/** `<seclabel>` below a `<source>`: how that one file is labelled. */
export interface SourceSeclabel {
  readonly at: Place;
  readonly model?: string | undefined;
  /** Undefined: the file is to keep the one that it has. */
  readonly label?: string | undefined;
}
