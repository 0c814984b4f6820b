import type { PlannedVideo } from '../model/plan/video';
import { device as deviceArg, type Arg, type Properties } from './args';
import { emitChardev } from './chardev';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

export function emitVideo(planned: PlannedVideo): Arg[] {
  const { device, driver, virtio, id, slot, memory, heads, virgl, chardev } = planned;
  return [
    ...(chardev ? emitChardev(chardev) : []),
    deviceArg({
      driver,
      ...virtioProperties(virtio),
      id,
      virgl,
      max_outputs: heads,
      ...qxlMemory(memory.qxl),
      blob: device.blob,
      chardev: chardev?.id,
      vgamem_mb: memory.qxl?.vgamemMb ?? memory.vgamemMb,
      vgamem: memory.vgamem,
      edid: device.edid,
      xres: device.resolution?.x,
      yres: device.resolution?.y,
      ...slotProperties(slot),
    }),
  ];
}

function qxlMemory(qxl: PlannedVideo['memory']['qxl']): Properties {
  return { ram_size: qxl?.ramSize, vram_size: qxl?.vramSize, vram64_size_mb: qxl?.vram64SizeMb };
}
