import type { Video } from '../../model/video';

/** Whether QEMU itself is to draw in three dimensions; a process for vhost-user is told by words of its own. */
export function ownGl({ model, backend, accel3d }: Video): boolean {
  return model === 'virtio' && backend !== 'vhostuser' && accel3d === true;
}
