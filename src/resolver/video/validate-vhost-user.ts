import { qemuLacks, sharedMemoryNeeded } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { Video } from '../../model/video';
import { atLeast, releaseOf } from '../../qemu/version';
import type { Context } from '../context';
import { isEmulated } from '../machine/accel';
import { requires } from '../requires';
import { sharesMemory } from '../shared-memory';

/** What a process that draws needs of the guest; libvirt leaves it to QEMU. */
export function validateVhostUser({ at, model, backend }: Video, guest: Domain, context: Context): void {
  const { profile, qemu, report } = context;
  if (backend !== 'vhostuser' || model !== 'virtio') return;
  const place = at.of('driver/@name');
  requires(context, 'vhost-user-gpu', place, 'a screen that another process draws');
  if (!profile.checksForQemu) return;
  // QEMU hw/virtio/vhost-user.c: "Failed initializing vhost-user memory map"
  if (!sharesMemory(guest)) report(sharedMemoryNeeded(place, 'a process that draws'));
  // QEMU backends/vhost-user.c up to 7.2: "vhost initialization failed: requires kvm"
  if (isEmulated(guest, context) && !atLeast(releaseOf(qemu.version), '8.0'))
    report(qemuLacks(place, 'vhost-user-gpu without KVM', 'use QEMU 8.0 or later, or remove it'));
}
