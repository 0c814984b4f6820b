import type { Part } from '../../model/plan/part';
import type { Family } from '../explanation';

/** Where a part of the guest comes from. */
export interface PartWords {
  readonly family: Family;
  /** Below `<domain>`; the first that is there. */
  readonly paths: readonly string[];
  /** Why it is on the command line where none of these is there. */
  readonly implied: string;
  readonly change?: string;
}

const part = (family: Family, paths: readonly string[], implied: string, change?: string): PartWords => ({
  family,
  paths,
  implied,
  ...(change === undefined ? {} : { change }),
});

/** One row a part; a part that is missing does not compile. */
export const PARTS: Readonly<Record<Part, PartWords>> = {
  name: part('system', ['name'], 'a guest has a name'),
  reservations: part('storage', ['devices/disk/source/reservations'], 'a LUN takes persistent reservations'),
  firmware: part(
    'system',
    ['os/loader', 'os/nvram', 'os/varstore', 'os/@firmware', 'os/firmware'],
    'the firmware of the machine',
    '<os firmware=>, <loader>, <nvram> and <varstore>',
  ),
  machine: part('system', ['os/type'], 'every guest has a machine', "<os><type machine='q35'>"),
  accelerator: part('system', ['@type'], 'every guest has an accelerator', '<domain type=>, --accel'),
  cpu: part(
    'system',
    ['cpu'],
    'the features of the XML are features of the processor',
    '<cpu mode=> and <model>',
  ),
  memory: part('system', ['memory'], 'every guest has memory', '<memory unit=>'),
  vcpus: part(
    'system',
    ['vcpu', 'cpu/topology'],
    'one processor, where the XML names no number',
    '<vcpu>, <cpu><topology>',
  ),
  iothreads: part('storage', ['iothreadids', 'iothreads'], 'a disk names a thread for its I/O'),
  'throttle groups': part('storage', ['throttlegroups'], 'disks share limits'),
  numa: part(
    'system',
    ['cpu/numa'],
    'memory that can grow, or that a QEMU before 5.0 is to take from a file or a node, is that of a NUMA cell',
  ),
  uuid: part('system', ['hwuuid', 'uuid'], 'made of the name of the guest, so that it stays'),
  smbios: part('system', ['sysinfo', 'os/smbios'], 'what the guest reads in SMBIOS'),
  genid: part('system', ['genid'], 'a generation id was asked for'),
  defaults: part('system', [], 'the guest has what its XML names, and QEMU is to add nothing of its own'),
  'serial bios': part('system', ['os/bios'], 'the firmware speaks on the serial port'),
  monitor: part('other', [], 'whoever starts QEMU wants to speak to it', '--qmp PATH, --monitor stdio'),
  clock: part('system', ['clock'], 'UTC, where the XML names no clock', '<clock offset=>'),
  power: part(
    'system',
    ['on_reboot', 'on_poweroff', 'on_crash', 'pm', 'features/acpi'],
    'what happens when the guest shuts down, sleeps or reboots',
    '<on_reboot>, <on_poweroff>, <pm>',
  ),
  boot: part(
    'system',
    ['os/boot', 'os/kernel', 'os/bootmenu', 'os/bios'],
    'the boot order of the XML holds alone',
  ),
  'floppy controller': part('bus', [], 'a floppy drive needs a controller'),
  iommufd: part(
    'host',
    ['iommufd'],
    'functions of the host map memory through /dev/iommu',
    '<iommufd enabled=> and <driver iommufd=> of the devices',
  ),
  incoming: part('other', [], 'the state of a running guest is to come from elsewhere'),
  vmcoreinfo: part('system', ['features/vmcoreinfo'], 'the guest tells where its dump information is'),
  'launch security': part('system', ['launchSecurity'], "the guest's memory is encrypted"),
  'own words': part('other', ['qemu:commandline'], 'words of your own'),
  sandbox: part('other', [], 'which system calls QEMU may make: seccomp'),
  last: part('other', ['features/async-teardown'], 'log lines have the time'),
};
