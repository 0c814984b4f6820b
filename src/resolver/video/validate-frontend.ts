import { videoFrontend, videoFrontendPlain } from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Video, VirtioFrontend } from '../../model/video';
import type { Capability } from '../../qemu/capabilities';
import type { Context } from '../context';
import { requires } from '../requires';

/** What QEMU must have for each. */
const DRIVERS: Readonly<Record<VirtioFrontend, Capability>> = {
  'virtio-vga': 'virtio-vga',
  'virtio-vga-gl': 'virtio-vga-gl',
  'virtio-gpu': 'virtio-gpu',
  'virtio-gpu-gl': 'virtio-gpu-gl-pci',
  'vhost-user-vga': 'vhost-user-vga',
  'vhost-user-gpu': 'vhost-user-gpu',
};

/** `<model type='virtio' device=>` against the rest of the screen, as libvirt 12.9 does. */
export function validateFrontend(
  device: Video,
  frontend: VirtioFrontend,
  guest: Domain,
  context: Context,
): void {
  const { at, model, backend, accel3d } = device;
  const { report, qemu, profile } = context;
  const place = at.of('model/@device');
  const isGl = frontend.endsWith('-gl');
  if (model !== 'virtio')
    return report(videoFrontend(place, frontend, "is one of model type='virtio'", 'remove it'));
  if (frontend.startsWith('vhost-user') !== (backend === 'vhostuser'))
    report(videoFrontend(place, frontend, 'is of another <driver name=>', 'remove it'));
  if (frontend.includes('vga') && devicesOf(guest, 'video')[0] !== device)
    report(videoFrontend(place, frontend, 'can only be the first screen', "use device='virtio-gpu'"));
  if (isGl && accel3d !== true)
    report(videoFrontend(place, frontend, 'draws in three dimensions', "add <acceleration accel3d='yes'/>"));
  const isProperty = isGl && qemu.has('virtio-gpu.virgl') && !profile.libvirtDefaults;
  if (!isProperty) requires(context, DRIVERS[frontend], place, `the device ${frontend}`);
  if (!isGl && accel3d === true && backend !== 'vhostuser' && qemu.has('virtio-gpu-gl-pci'))
    report(videoFrontendPlain(at.of('model/acceleration/@accel3d'), frontend));
}
