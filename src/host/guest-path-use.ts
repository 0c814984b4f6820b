import type { Place } from '../model/place';

/**
 * How QEMU or a companion comes to a path: `read` and `write` open what is there, `create` makes the file where there is
 * none, `folder` is shared, `listen` makes a socket, `connect` needs one that somebody listens on.
 */
export type PathUse = 'read' | 'write' | 'create' | 'folder' | 'listen' | 'connect';

/** A path of the host that a guest names. */
export interface GuestPath {
  readonly at: Place;
  readonly path: string;
  readonly use: PathUse;
  /** `the kernel`, `the image below it`: what it is to the guest. */
  readonly what: string;
}
