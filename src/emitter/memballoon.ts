import { device as deviceArg, type Arg } from './args';
import type { PlannedMemballoon } from '../model/plan/memballoon';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

export function emitMemballoon({ device, driver, legacy, id, slot }: PlannedMemballoon): Arg[] {
  return [
    deviceArg({
      driver,
      ...virtioProperties(device.virtio, legacy),
      id,
      'deflate-on-oom': device.autodeflate,
      'free-page-reporting': device.freePageReporting,
      ...slotProperties(slot),
    }),
  ];
}
