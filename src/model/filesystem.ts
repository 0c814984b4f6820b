import type { DeviceBase } from './device-base';
import type { IdRange } from './idmap';
import type { Place } from './place';
import type { VirtioModel, VirtioOptions } from './virtio';

export const FILESYSTEM_TYPES = ['mount', 'block', 'file', 'template', 'ram', 'bind', 'volume'] as const;

/** How virtiofsd serves a folder: `<binary>` and `<idmap>`. */
export interface VirtiofsServer {
  readonly path?: string | undefined;
  readonly xattr?: boolean | undefined;
  readonly cache?: 'none' | 'always' | undefined;
  readonly sandbox?: 'namespace' | 'chroot' | undefined;
  readonly threads?: number | undefined;
  /** Kinds of file locks that are to hold on the host. */
  readonly locks: readonly ('posix' | 'flock')[];
  readonly openFiles?: number | undefined;
  readonly users: readonly IdRange[];
  readonly groups: readonly IdRange[];
}

/** `<filesystem>`: a folder of the host in the guest. */
export interface Filesystem extends DeviceBase {
  readonly kind: 'filesystem';
  readonly type: (typeof FILESYSTEM_TYPES)[number];
  readonly model: VirtioModel;
  readonly driver: 'path' | 'handle' | 'loop' | 'nbd' | 'ploop' | 'virtiofs' | 'mtp';
  readonly accessMode?: 'passthrough' | 'mapped' | 'squash' | undefined;
  readonly multidevs?: 'default' | 'remap' | 'forbid' | 'warn' | undefined;
  /** Octal, four digits. */
  readonly fmode?: string | undefined;
  readonly dmode?: string | undefined;
  readonly writePolicy?: 'immediate' | undefined;
  readonly queueSize?: number | undefined;
  readonly readonly: boolean;
  /** The folder, or the socket of a virtiofsd that somebody else runs. */
  readonly source: {
    readonly at: Place;
    readonly dir?: string | undefined;
    readonly socket?: string | undefined;
  };
  /** The tag under which the guest mounts it. */
  readonly target: string;
  readonly server: VirtiofsServer;
  /** It may hold only so much. */
  readonly limited: boolean;
  readonly virtio: VirtioOptions;
}
