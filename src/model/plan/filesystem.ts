import type { VirtioLegacy } from '../virtio';
import type { PlannedChardev } from './chardev';
import type { Planned } from './planned';

/** Who serves the folder: QEMU by 9p, virtiofsd behind a socket, or QEMU as a USB media device. */
export type FilesystemBack =
  | {
      readonly type: '9p';
      readonly id: string;
      readonly driver: 'local' | 'handle';
      readonly path: string;
      readonly securityModel?: 'passthrough' | 'mapped' | 'none' | undefined;
      readonly multidevs?: string | undefined;
      /** How it is said that the guest may only read: `readonly=on`, or the name alone. */
      readonly readonly?: 'on' | 'bare' | undefined;
    }
  | { readonly type: 'virtiofs'; readonly chardev: PlannedChardev }
  | { readonly type: 'mtp'; readonly path: string };

export interface PlannedFilesystem extends Planned<'filesystem'> {
  readonly driver: string;
  readonly legacy?: VirtioLegacy | undefined;
  readonly back: FilesystemBack;
}
