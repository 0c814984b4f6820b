import type { PlannedVirtioSerial } from '../../model/plan/controller';
import { device, type Arg } from '../args';
import { slotProperties } from '../slot';
import { virtioProperties } from '../virtio';

export function emitVirtioSerial({
  driver,
  legacy,
  id,
  maxPorts,
  vectors,
  slot,
  device: of,
}: PlannedVirtioSerial): Arg[] {
  return [
    device({
      driver,
      ...virtioProperties(of.driver.virtio, legacy),
      id,
      max_ports: maxPorts,
      vectors,
      ...slotProperties(slot),
    }),
  ];
}
