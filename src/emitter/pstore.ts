import type { PlannedPstore } from '../model/plan/pstore';
import { device as deviceArg, object, type Arg } from './args';
import { slotProperties } from './slot';

export function emitPstore({ device, path, id, slot }: PlannedPstore): Arg[] {
  const memdev = `mem${id}`;
  return [
    object({
      'qom-type': 'memory-backend-file',
      id: memdev,
      'mem-path': path,
      size: device.size,
      share: true,
    }),
    deviceArg({ driver: 'acpi-erst', id, memdev, ...slotProperties(slot) }),
  ];
}
