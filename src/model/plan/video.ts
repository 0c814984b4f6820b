import type { VirtioOptions } from '../virtio';
import type { PlannedChardev } from './chardev';
import type { Planned } from './planned';

export interface PlannedVideo extends Planned<'video'> {
  readonly driver: string;
  readonly virtio: VirtioOptions;
  /** Sizes as the driver takes them. */
  readonly memory: {
    /** qxl; bytes and MiB. */
    readonly qxl?: {
      readonly ramSize: number;
      readonly vramSize: number;
      readonly vram64SizeMb: number;
      readonly vgamemMb: number;
    };
    /** VGA, vmware-svga; MiB. */
    readonly vgamemMb?: number | undefined;
    /** bochs-display; bytes. */
    readonly vgamem?: number | undefined;
  };
  readonly heads?: number | undefined;
  readonly virgl?: boolean | undefined;
  /** vhost-user: the other process. */
  readonly chardev?: PlannedChardev | undefined;
}
