import type { DeviceKind } from '../../model/device';
import type { Part } from '../../model/plan/part';
import { AUDIO_PROPERTIES } from './audio';
import { COMMON_PROPERTIES, PART_PROPERTIES } from './common';
import { CONTROLLER_PROPERTIES, DEVICE_PROPERTIES, DISPLAY_PROPERTIES, PORT_PROPERTIES } from './device';
import { CPU_FEATURE, CPU_PROPERTIES } from './cpu';
import { DISK_PROPERTIES } from './disk';
import type { PropertyFacts, PropertyTable } from './facts';
import { FILESYSTEM_PROPERTIES } from './filesystem';
import { GUEST_PROPERTIES } from './guest';
import { HOSTDEV_PROPERTIES } from './hostdev';
import { INTERFACE_PROPERTIES } from './interface';
import { MEMORY_PROPERTIES, MODULE_PROPERTIES } from './memory';
import { PLATFORM_PROPERTIES } from './platform';

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
  memory: MODULE_PROPERTIES,
  iommu: DEVICE_PROPERTIES,
  pstore: DEVICE_PROPERTIES,
  nvram: DEVICE_PROPERTIES,
  rng: DEVICE_PROPERTIES,
  audio: AUDIO_PROPERTIES,
  panic: DEVICE_PROPERTIES,
  watchdog: DEVICE_PROPERTIES,
  sound: DEVICE_PROPERTIES,
  filesystem: FILESYSTEM_PROPERTIES,
  vsock: DEVICE_PROPERTIES,
  crypto: DEVICE_PROPERTIES,
  shmem: DEVICE_PROPERTIES,
  tpm: DEVICE_PROPERTIES,
};

const PARTS: Partial<Readonly<Record<Part, PropertyTable>>> = {
  ...PLATFORM_PROPERTIES,
  ...GUEST_PROPERTIES,
  cpu: CPU_PROPERTIES,
  memory: { ...MEMORY_PROPERTIES, ...GUEST_PROPERTIES.memory },
};

/** What is known of a property of a device; of a kind first, then of devices in general. */
export function propertyOfDevice(kind: DeviceKind, option: string, name: string): PropertyFacts | undefined {
  return find([OF_KIND[kind], COMMON_PROPERTIES], option, name);
}

/** The same of a part of the guest, whose paths start at the domain. */
export function propertyOfPart(part: Part, option: string, name: string): PropertyFacts | undefined {
  const found = find([PARTS[part] ?? {}, PART_PROPERTIES], option, name);
  return found ?? (part === 'cpu' ? CPU_FEATURE : undefined);
}

/** All that something is known of, each name once. */
export function propertyNames(): string[] {
  const tables = [COMMON_PROPERTIES, ...Object.values(OF_KIND), ...Object.values(PARTS)];
  const names = tables.flatMap((table) => Object.keys(table)).map((name) => name.replace(/^-\S+ /, ''));
  return [...new Set(names)].filter((name) => name !== '').sort();
}

/** In the words of the option, then in any option; `file.server.0.host` is the `server.host` of what is below. */
function find(tables: readonly PropertyTable[], option: string, name: string): PropertyFacts | undefined {
  const plain = name.replace(/^(file\.)+/, '').replace(/\.\d+(?=\.|$)/g, '');
  for (const key of [`${option} ${name}`, name, `${option} ${plain}`, plain])
    for (const table of tables) if (Object.hasOwn(table, key)) return table[key];
  return undefined;
}
