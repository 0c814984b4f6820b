import type { Interface, InterfaceType } from '../../model/interface';
import type { Context } from '../context';
import { isVirtio } from '../virtio/driver';

/** QEMU hw/net/virtio-net.c: 1024 virtqueues, two for each pair and one for control. */
export const MOST_QUEUES = 511;

/** Whose host's side has several queues (libvirt src/qemu/qemu_validate.c). */
export const WITH_QUEUES: readonly InterfaceType[] = [
  'network',
  'bridge',
  'direct',
  'ethernet',
  'vhostuser',
  'vdpa',
];

/** The queues of a card where it has more than one. */
export function queuesOf({ type, model = '', driver }: Interface): number | undefined {
  const { queues = 1 } = driver;
  return queues > 1 && isVirtio(model) && WITH_QUEUES.includes(type) ? queues : undefined;
}

/** Packets that a queue holds (QEMU hw/net/virtio-net.c). */
export const QUEUE_SIZES = { least: 256, most: 1024 } as const;

/** A longer one to send from; QEMU took the others' for 256 until it refused them (hw/net/virtio-net.c). */
const LONG_SENDING: readonly InterfaceType[] = ['vhostuser', 'vdpa'];

/** What a card's queue to send from holds, where that is said. */
export function txQueueSize({ type, driver }: Interface, { profile }: Context): number | undefined {
  const { txQueueSize: size } = driver;
  if (size === undefined || profile.libvirtDefaults || LONG_SENDING.includes(type)) return size;
  return Math.min(size, QUEUE_SIZES.least);
}
