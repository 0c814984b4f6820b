import type { PlannedController } from '../model/plan/controller';
import type { Front } from './front';
import type { BusKind } from './topology';

export type Carried = readonly [name: string, kind: BusKind];

const one =
  (kind: BusKind) =>
  (id: string): readonly Carried[] => [[`${id}.0`, kind]];

/** AHCI has six ports, each a bus (QEMU hw/ide/ich.c). */
const sata = (id: string): readonly Carried[] =>
  Array.from({ length: 6 }, (_, port) => [`${id}.${port}`, 'ide'] as const);

/** The buses of each type of controller, by QEMU's rule: the device's id, a dot, a number; a bridge's is its id alone. */
const BY_TYPE: { readonly [T in PlannedController['type']]: (id: string) => readonly Carried[] } = {
  pci: (id) => [[id, 'pci']],
  usb: one('usb'),
  scsi: one('scsi'),
  'virtio-serial': one('virtio-serial'),
  ccid: one('ccid'),
  nvme: (id) => [[id, 'nvme']],
  sata,
  'pci-root': () => [],
  ide: () => [],
  fdc: () => [],
  isa: () => [],
  xenbus: () => [],
};

/** The buses that a device carries: those of its type, and those that others name after it. */
export function carriedBy(
  { driver, id, planned }: Front,
  named: ReadonlyMap<string, BusKind>,
): readonly Carried[] {
  if (driver === 'isa-fdc') return [['floppy-bus.0', 'floppy']];
  if (id === undefined) return [];
  if (driver === 'spapr-pci-host-bridge') return one('pci')(id);
  const own = planned?.kind === 'controller' ? BY_TYPE[planned.type](id) : [];
  const others = [...named].filter(([bus]) => isNamedAfter(bus, id) && !own.some(([name]) => name === bus));
  return [...own, ...others];
}

function isNamedAfter(bus: string, id: string): boolean {
  return bus === id || (bus.startsWith(`${id}.`) && /^\d+$/.test(bus.slice(id.length + 1)));
}
