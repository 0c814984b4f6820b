import type { Domain } from '../../model/domain';
import type { Video, VideoModel } from '../../model/video';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';

/** KiB; libvirt's defaults, which every release of QEMU takes. */
const VGA_MEMORY = 16 * 1024;
const QXL_MEMORY = 64 * 1024;

/** Model and memory sizes as libvirt fills them in; sizes are rounded up to a power of two. */
export function videoDefaults(device: Video, guest: Domain, context: Context): Video {
  const model =
    device.model === undefined || device.model === 'default' ? defaultModel(guest, context) : device.model;
  const qxl = model === 'qxl';
  return {
    ...device,
    model,
    heads: device.heads ?? 1,
    ram: roundUp(device.ram || (qxl ? QXL_MEMORY : undefined)),
    vram: roundUp(device.vram || defaultVram(model)),
    vgamem: device.vgamem || (qxl ? VGA_MEMORY : undefined),
    virtio: device.virtio,
  };
}

/** libvirt src/qemu/qemu_postparse.c qemuDomainDefaultVideoDevice. */
function defaultModel(guest: Domain, context: Context): VideoModel {
  if (context.qemu.arch === 'ppc64') return 'vga';
  const family = machineFamily(guest, context);
  return family === 'virt' || family === 's390' ? 'virtio' : 'cirrus';
}

function defaultVram(model: VideoModel): number | undefined {
  if (model === 'qxl') return QXL_MEMORY;
  return ['vga', 'cirrus', 'vmvga', 'bochs'].includes(model) ? VGA_MEMORY : undefined;
}

function roundUp(size: number | undefined): number | undefined {
  return size === undefined ? undefined : 2 ** Math.ceil(Math.log2(size));
}
