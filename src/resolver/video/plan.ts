import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { PlannedVideo } from '../../model/plan/video';
import type { Video, VideoModel, VirtioFrontend } from '../../model/video';
import type { Context } from '../context';
import { slotOf } from '../address/slot';
import { virtioDriver } from '../virtio/driver';
import { ownGl } from './own-gl';
import { vhostUserGpu } from './vhost-user';

/** The device that also is the VGA of the machine, by model. */
const PRIMARY: { readonly [M in VideoModel]?: string } = {
  vga: 'VGA',
  cirrus: 'cirrus-vga',
  vmvga: 'vmware-svga',
  qxl: 'qxl-vga',
  bochs: 'bochs-display',
  ramfb: 'ramfb',
};

export function planVideo(device: Video, guest: Domain, context: Context): PlannedVideo | undefined {
  const { model = 'none', alias: id = '' } = device;
  if (model === 'none') return undefined;
  const primary = devicesOf(guest, 'video')[0]?.alias === device.alias;
  const virtio = model === 'virtio';
  const driver = virtio ? virtioGpu(device, primary, context) : primary ? (PRIMARY[model] ?? '') : 'qxl';
  return {
    kind: 'video',
    device,
    id,
    slot: slotOf(device, guest, context),
    driver,
    // libvirt does not hand them on
    virtio: driver === 'vhost-user-vga' && context.profile.libvirtDefaults ? {} : device.virtio,
    memory: memoryOf(device),
    heads: (virtio || model === 'qxl') && device.heads !== 0 ? device.heads : undefined,
    virgl: ownGl(device) && context.qemu.has('virtio-gpu.virgl') ? true : undefined,
    chardev: device.backend === 'vhostuser' ? vhostUserGpu(device, id, context) : undefined,
  };
}

function virtioGpu(device: Video, primary: boolean, context: Context): string {
  if (device.frontend !== undefined) return named(device.frontend, device, context);
  const vhostUser = device.backend === 'vhostuser';
  const { profile, qemu } = context;
  // libvirt does without where it is not there
  const gl = (driver: 'virtio-vga-gl' | 'virtio-gpu-gl-pci') => {
    const isThere = profile.libvirtDefaults ? qemu.has(driver) : !qemu.has('virtio-gpu.virgl');
    return ownGl(device) && isThere ? '-gl' : '';
  };
  const vga = qemu.has(vhostUser ? 'vhost-user-vga' : 'virtio-vga');
  const prefix = vhostUser ? 'vhost-user' : 'virtio';
  // libvirt takes it also on virtio-mmio, where QEMU then puts it on PCI by itself
  const fits = device.address?.type === 'pci' || context.profile.libvirtDefaults;
  if (primary && vga && fits) return `${prefix}-vga${gl('virtio-vga-gl')}`;
  return virtioDriver(`${prefix}-gpu${gl('virtio-gpu-gl-pci')}`, 'virtio', device.address, profile);
}

/** The one that the guest has had. Before QEMU 6.1 what draws in three dimensions is a property of the plain one. */
function named(frontend: VirtioFrontend, { address }: Video, { profile, qemu }: Context): string {
  const plain = qemu.has('virtio-gpu.virgl') && !profile.libvirtDefaults;
  const driver = plain ? frontend.replace(/-gl$/, '') : frontend;
  return driver.includes('vga') ? driver : virtioDriver(driver, 'virtio', address, profile);
}

function memoryOf({ model, ram = 0, vram = 0, vram64 = 0, vgamem = 0 }: Video): PlannedVideo['memory'] {
  switch (model) {
    case 'qxl':
      return {
        qxl: {
          ramSize: ram * 1024,
          vramSize: vram * 1024,
          vram64SizeMb: Math.floor(vram64 / 1024),
          vgamemMb: Math.floor(vgamem / 1024),
        },
      };
    case 'vga':
    case 'vmvga':
      return { vgamemMb: Math.floor(vram / 1024) };
    case 'bochs':
      return { vgamem: vram * 1024 };
    default:
      return {};
  }
}
