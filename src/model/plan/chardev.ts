import type { BackendObject } from './block-backend';

/** A -chardev: the back end's words, and what must stand before it. */
export interface PlannedChardev {
  readonly id: string;
  /** QEMU's name of the back end. */
  readonly backend: string;
  /** In QEMU's words and libvirt's order (QEMU qapi/char.json). */
  readonly properties: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly tls?: PlannedTls | undefined;
  /** Descriptors that the caller hands over. */
  readonly descriptors: readonly { readonly set: number; readonly opaque: string }[];
}

/** The credentials of a connection. */
export interface PlannedTls {
  readonly id: string;
  readonly dir: string;
  readonly endpoint: 'client' | 'server';
  readonly verifyPeer: boolean;
  /** What the private key is encrypted with. */
  readonly password?: BackendObject | undefined;
}
