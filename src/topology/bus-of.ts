import type { DeviceKind } from '../model/device';
import type { PlannedDevice } from '../model/plan/device';
import type { BusKind } from './topology';

/** Devices that are given no bus, since there is one that they fit (QEMU's `bus` of `-device help`). */
const BY_DRIVER: readonly (readonly [RegExp, BusKind])[] = [
  [/^(isa-|ib700|sb16$|adlib$|gus$|cs4231a$|ne2k_isa$|sga$|pvpanic$|tpm-tis$)/, 'isa'],
  [/^floppy$/, 'floppy'],
  [/^virtio-.*-device$|^vhost-.*-device$|^vhost-(scsi|user-blk|user-gpu)$/, 'virtio-mmio'],
  [/^(pc-dimm|nvdimm|sgx-epc|virtio-(mem|pmem)-)/, 'memory'],
  [/^spapr-(vty|vlan|vscsi|nvram)$/, 'spapr-vio'],
  [/^usb-/, 'usb'],
  [/-ccw$/, 'ccw'],
];

export function busOfDriver(driver: string): BusKind {
  return BY_DRIVER.find(([name]) => name.test(driver))?.[1] ?? 'machine';
}

/** Kinds that carry a bus of their own for the second device that they are made of. */
const OWN_BUS: Readonly<Partial<Record<DeviceKind, BusKind>>> = { sound: 'hda', disk: 'scsi' };

/** The bus of a device that a planned one consists of beside its own. */
export function busOfName(bus: string, planned: PlannedDevice | undefined): BusKind | undefined {
  return planned !== undefined && bus === `${planned.id}.0` ? OWN_BUS[planned.kind] : undefined;
}
