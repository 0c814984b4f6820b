import type { Interface, InterfaceType } from '../../model/interface';
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
