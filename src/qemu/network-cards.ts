import { PPC, PPC64 } from './capabilities/arch';
import type { Release } from './machines/family';
import { atLeast, releaseOf, type BinaryVersion } from './version';

interface CardRow {
  readonly since: Release;
  /** Absent: wherever the others are. */
  readonly arch?: readonly string[] | undefined;
  /** Virtio's and those of PCI Express, which builds for s390x may have. */
  readonly onS390x?: boolean | undefined;
  /** What this is another name of, which QEMU's list of types does not have. */
  readonly alias?: string | undefined;
}

const FIRST: CardRow = { since: '0.14' };

/**
 * What `-device` plugs in as a network card (`-device help` of 7.2 and 10.0, and QEMU hw/net): not those of boards, of Xen's
 * bus and of switches, which it lists too.
 */
const CARDS: ReadonlyMap<string, CardRow> = new Map<string, CardRow>([
  ['virtio-net-pci', { since: '0.14', onS390x: true }],
  ['virtio-net', { since: '0.14', onS390x: true, alias: 'virtio-net-pci' }],
  ['virtio-net-pci-transitional', { since: '4.0', onS390x: true }],
  ['virtio-net-pci-non-transitional', { since: '4.0', onS390x: true }],
  ['e1000', FIRST],
  ['e1000-82540em', { since: '2.1', alias: 'e1000' }],
  ['e1000-82544gc', { since: '2.1' }],
  ['e1000-82545em', { since: '2.1' }],
  ['e1000e', { since: '2.7', onS390x: true }],
  ['igb', { since: '8.0', onS390x: true }],
  ['rtl8139', FIRST],
  ['ne2k_pci', FIRST],
  ['ne2k_isa', FIRST],
  ['pcnet', FIRST],
  ['vmxnet3', { since: '1.5', onS390x: true }],
  ['tulip', { since: '4.2' }],
  ['usb-net', FIRST],
  ['spapr-vlan', { since: '0.15', arch: PPC64 }],
  ['sungem', { since: '3.1', arch: PPC }],
  ['sunhme', { since: '2.11', arch: ['sparc64'] }],
  ...'i82550 i82551 i82557a i82557b i82557c i82558a i82558b i82559a i82559b i82559c i82559er i82562 i82801'
    .split(' ')
    .map((name) => [name, FIRST] as const),
]);

/** What the list of types has and no `<model>` can be: it is on another bus, or takes no -netdev. */
const NO_CARDS = ['virtio-net-device', 'virtio-net-ccw', 'xen-net-device', 'rocker', 'pvrdma'];

/** Whether QEMU of that release has a card of that name, built with everything. */
export function cardIn(version: BinaryVersion, arch: string, name: string): boolean {
  const since = cardSince(arch, name);
  return since !== undefined && atLeast(releaseOf(version), since);
}

/** The release with which QEMU for an architecture had a card; undefined: none has it. */
export function cardSince(arch: string, name: string): Release | undefined {
  const row = CARDS.get(name);
  return row !== undefined && isThere(row, arch) ? row.since : undefined;
}

function isThere({ arch: there, onS390x = false }: CardRow, arch: string): boolean {
  return there === undefined ? onS390x || arch !== 's390x' : there.includes(arch);
}

/** Whether a binary has a card of that name, by the types that it says it has. */
export function cardAmong(devices: readonly string[], name: string): boolean {
  return devices.includes(CARDS.get(name)?.alias ?? name) && !NO_CARDS.includes(name);
}

/** The names of all cards that QEMU for an architecture has had. */
export const cardNames = (arch: string): string[] =>
  [...CARDS].filter(([, row]) => isThere(row, arch)).map(([name]) => name);
