import type { PlannedPciController } from '../../model/plan/controller';
import { device, type Arg } from '../args';
import { slotProperties } from '../slot';

/** Bridges, ports and expander buses, in libvirt's order of properties. */
export function emitPciController(planned: PlannedPciController): Arg[] {
  return [
    device({
      driver: planned.driver,
      chassis_nr: planned.chassisNr,
      bus_nr: planned.busNr,
      port: planned.port,
      chassis: planned.chassis,
      index: planned.index,
      id: planned.id,
      numa_node: planned.numaNode,
      hotplug: planned.hotplug,
      'mem-reserve': planned.memReserve,
      ...slotProperties(planned.slot),
    }),
  ];
}
