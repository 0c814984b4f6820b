import type { DeviceKind } from '../../model/device';
import type { Part } from '../../model/plan/part';
import { COMMON_PROPERTIES } from './common';
import { CONTROLLER_PROPERTIES, DEVICE_PROPERTIES, DISPLAY_PROPERTIES, PORT_PROPERTIES } from './device';
import { DISK_PROPERTIES } from './disk';
import type { PropertyFacts, PropertyTable } from './facts';
import { GUEST_PROPERTIES } from './guest';
import { HOSTDEV_PROPERTIES } from './hostdev';
import { INTERFACE_PROPERTIES } from './interface';

const OF_KIND: { readonly [K in DeviceKind]: PropertyTable } = {
  disk: DISK_PROPERTIES,
  hostdev: HOSTDEV_PROPERTIES,
  interface: INTERFACE_PROPERTIES,
  controller: CONTROLLER_PROPERTIES,
  serial: PORT_PROPERTIES,
  parallel: PORT_PROPERTIES,
  console: PORT_PROPERTIES,
  channel: PORT_PROPERTIES,
  smartcard: PORT_PROPERTIES,
  redirdev: PORT_PROPERTIES,
  graphics: DISPLAY_PROPERTIES,
  video: DISPLAY_PROPERTIES,
  hub: DEVICE_PROPERTIES,
  input: DEVICE_PROPERTIES,
  memballoon: DEVICE_PROPERTIES,
  memory: DEVICE_PROPERTIES,
  iommu: DEVICE_PROPERTIES,
  pstore: DEVICE_PROPERTIES,
  nvram: DEVICE_PROPERTIES,
  rng: DEVICE_PROPERTIES,
  audio: DEVICE_PROPERTIES,
  panic: DEVICE_PROPERTIES,
  watchdog: DEVICE_PROPERTIES,
  sound: DEVICE_PROPERTIES,
  filesystem: DEVICE_PROPERTIES,
  vsock: DEVICE_PROPERTIES,
  crypto: DEVICE_PROPERTIES,
  shmem: DEVICE_PROPERTIES,
  tpm: DEVICE_PROPERTIES,
};

/** What is known of a property of a device; of a kind first, then of devices in general. */
export function propertyOfDevice(kind: DeviceKind, name: string): PropertyFacts | undefined {
  return own(OF_KIND[kind], name) ?? own(COMMON_PROPERTIES, name);
}

/** The same of a part of the guest, whose paths start at the domain. */
export function propertyOfPart(part: Part, name: string): PropertyFacts | undefined {
  return own(GUEST_PROPERTIES[part] ?? {}, name);
}

/** All that something is known of, each name once. */
export function propertyNames(): string[] {
  const tables = [COMMON_PROPERTIES, ...Object.values(OF_KIND), ...Object.values(GUEST_PROPERTIES)];
  return [...new Set(tables.flatMap((table) => Object.keys(table)))].filter((name) => name !== '').sort();
}

function own(table: PropertyTable, name: string): PropertyFacts | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
