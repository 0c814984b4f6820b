import type { IothreadMapping, VirtioLegacy, VirtioOptions } from '../virtio';

/** A SCSI HBA as QEMU has it. */
export interface ScsiHba {
  /** The -device; undefined: it is on the board. */
  readonly driver?: string | undefined;
  /** virtio-scsi alone has the rest. */
  readonly virtio: VirtioOptions;
  /** Before QEMU 4.0 the transitional variants are spelled by these two. */
  readonly legacy?: VirtioLegacy | undefined;
  readonly iothread?: string | undefined;
  readonly iothreadMapping?: readonly IothreadMapping[] | undefined;
  readonly numQueues?: number | undefined;
  readonly cmdPerLun?: number | undefined;
  readonly maxSectors?: number | undefined;
  readonly ioeventfd?: boolean | undefined;
}
