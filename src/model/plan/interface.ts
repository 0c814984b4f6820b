import type { VirtioLegacy } from '../virtio';
import type { PlannedChardev } from './chardev';
import type { PlannedUsbHost, PlannedVfio } from './hostdev';
import type { Planned } from './planned';

/** The host's end of a network card, in the words of QEMU's -netdev (QEMU qapi/net.json). */
export type Netdev = Readonly<
  { type: string } & Record<string, string | number | boolean | Readonly<Record<string, string>> | undefined>
>;

export interface PlannedCard extends Planned<'interface'> {
  readonly passed?: undefined;
  readonly driver: string;
  readonly legacy?: VirtioLegacy | undefined;
  readonly loadparm?: string | undefined;
  readonly virtio: boolean;
  /** Part of the board, which takes it by its model. */
  readonly onBoard?: boolean | undefined;
  readonly mac: string;
  readonly netdevId: string;
  readonly netdev: Netdev;
  readonly chardev?: PlannedChardev | undefined;
  /** A descriptor of a device that QEMU is not to open by itself. */
  readonly descriptor?: { readonly set: number; readonly opaque: string } | undefined;
  /** MSI-X vectors, where there is more than one queue. */
  readonly vectors?: number | undefined;
  readonly txQueueSize?: number | undefined;
  readonly multiqueue?: boolean | undefined;
}

/** A network card of the host that the guest gets as it is. */
export interface PlannedPassedCard extends Planned<'interface'> {
  readonly passed: PlannedVfio | PlannedUsbHost;
  /** Out of the pool of a network: such devices come after all others of the host. */
  readonly pooled: boolean;
}

export type PlannedInterface = PlannedCard | PlannedPassedCard;
