import type { PlannedInput } from '../model/plan/input';
import { device as deviceArg, object, type Arg } from './args';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

export function emitInput({ device, driver, id, slot, evdev }: PlannedInput): Arg[] {
  const { bus, source, virtio } = device;
  if ('object' in driver)
    return [
      object({
        'qom-type': driver.object,
        id,
        evdev: source?.dev,
        repeat: source?.repeat,
        grab_all: source?.grab === 'all' ? true : undefined,
        'grab-toggle': source?.grabToggle,
      }),
    ];
  return [
    deviceArg({
      driver: driver.device,
      ...(bus === 'virtio' ? virtioProperties(virtio, driver.legacy) : undefined),
      id,
      evdev,
      ...slotProperties(slot),
    }),
  ];
}
