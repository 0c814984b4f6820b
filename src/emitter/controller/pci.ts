import type { PlannedPciController, PlannedPciRoot } from '../../model/plan/controller';
import { device, keyval, type Arg } from '../args';
import { slotProperties } from '../slot';

/** `-global`: devices of the board have no -device to say it on. */
export function emitPciRoot({ hole64, acpiHotplug }: PlannedPciRoot): Arg[] {
  return [
    ...(hole64 ? [keyval('-global', { [`${hole64.host}.pci-hole64-size`]: `${hole64.size}K` })] : []),
    ...(acpiHotplug === undefined
      ? []
      : [keyval('-global', { 'PIIX4_PM.acpi-root-pci-hotplug': acpiHotplug })]),
  ];
}

/** Bridges, ports and expander buses, in libvirt's order of properties. */
export function emitPciController(planned: PlannedPciController): Arg[] {
  // libvirt writes it at two places
  const reserved = { 'mem-reserve': planned.memReserve };
  const ofBridge = planned.driver === 'pci-bridge';
  return [
    device({
      driver: planned.driver,
      chassis_nr: planned.chassisNr,
      bus_nr: planned.busNr,
      port: planned.port,
      chassis: planned.chassis,
      index: planned.index,
      ...(ofBridge ? reserved : {}),
      id: planned.id,
      numa_node: planned.numaNode,
      hotplug: planned.hotplug,
      ...(ofBridge ? {} : reserved),
      ...slotProperties(planned.slot),
    }),
  ];
}
