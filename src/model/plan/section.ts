import type { DeviceKind } from '../device';
import type { Part, Subject } from './part';

/** The sections of a command line, as people call them; in the order in which they are listed. */
export const SECTIONS = [
  'name',
  'machine',
  'cpu',
  'memory',
  'iothreads',
  'firmware',
  'smbios',
  'boot',
  'clock',
  'power',
  'controllers',
  'disks',
  'filesystems',
  'net',
  'display',
  'audio',
  'input',
  'serial',
  'usb',
  'hostdevs',
  'smartcard',
  'tpm',
  'rng',
  'balloon',
  'watchdog',
  'panic',
  'shmem',
  'vsock',
  'crypto',
  'iommu',
  'monitor',
  'incoming',
  'own',
] as const;

export type Section = (typeof SECTIONS)[number];

/** What disks alone refer to, their limits and their reservations, goes with them. */
const PARTS: Readonly<Record<Part, Section>> = {
  name: 'name',
  uuid: 'name',
  genid: 'name',
  machine: 'machine',
  accelerator: 'machine',
  defaults: 'machine',
  'launch security': 'machine',
  vmcoreinfo: 'machine',
  sandbox: 'machine',
  last: 'machine',
  cpu: 'cpu',
  vcpus: 'cpu',
  memory: 'memory',
  numa: 'memory',
  iothreads: 'iothreads',
  firmware: 'firmware',
  'serial bios': 'firmware',
  smbios: 'smbios',
  boot: 'boot',
  clock: 'clock',
  power: 'power',
  reservations: 'disks',
  'throttle groups': 'disks',
  'floppy controller': 'disks',
  iommufd: 'hostdevs',
  monitor: 'monitor',
  incoming: 'incoming',
  'own words': 'own',
};

const KINDS: Readonly<Record<DeviceKind, Section>> = {
  controller: 'controllers',
  disk: 'disks',
  filesystem: 'filesystems',
  interface: 'net',
  graphics: 'display',
  video: 'display',
  audio: 'audio',
  sound: 'audio',
  input: 'input',
  serial: 'serial',
  parallel: 'serial',
  console: 'serial',
  channel: 'serial',
  hub: 'usb',
  redirdev: 'usb',
  hostdev: 'hostdevs',
  smartcard: 'smartcard',
  tpm: 'tpm',
  rng: 'rng',
  memballoon: 'balloon',
  watchdog: 'watchdog',
  panic: 'panic',
  shmem: 'shmem',
  vsock: 'vsock',
  crypto: 'crypto',
  iommu: 'iommu',
  memory: 'memory',
  nvram: 'firmware',
  pstore: 'panic',
};

/** A section, or a kind of device as libvirt's element has it. */
export type SectionWord = Section | DeviceKind;

export const SECTION_WORDS: readonly SectionWord[] = [
  ...new Set([...SECTIONS, ...(Object.keys(KINDS) as DeviceKind[])]),
];

/** The section that an argument belongs to. */
export function sectionOf(subject: Subject): Section {
  return sectionNamed(typeof subject === 'string' ? subject : subject.kind);
}

/** The section of a part of the guest, or of a kind of device: no name is both with two. */
export function sectionNamed(name: Part | DeviceKind): Section {
  return name in KINDS ? KINDS[name as DeviceKind] : PARTS[name as Part];
}

/** Names of something that are those of no section: such a word means the section, whatever else is called so. */
export function besideSection(names: readonly string[]): readonly string[] {
  return names.filter((name) => !(SECTIONS as readonly string[]).includes(name));
}
