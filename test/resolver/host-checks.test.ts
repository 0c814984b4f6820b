import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import type { HostFacts } from '../../src/host/facts';
import type { Device } from '../../src/model/device';
import type { Domain } from '../../src/model/domain';
import type { Place } from '../../src/model/place';
import { PROFILES, type ProfileName } from '../../src/model/profile';
import type { Context } from '../../src/resolver/context';
import { checkHost } from '../../src/resolver/host-checks';
import { checkStableNames } from '../../src/resolver/scsi/stable-names';

const at: Place = { line: 1, column: 1, of: () => at } as unknown as Place;

const disk = (path: string, more: object = {}) =>
  ({
    kind: 'disk',
    device: 'disk',
    readonly: false,
    source: { type: path.startsWith('/dev') ? 'block' : 'file', path, at },
    at,
    ...more,
  }) as unknown as Device;

const lun = (more: object = {}) =>
  ({
    kind: 'hostdev',
    source: { type: 'scsi-host', adapter: 'scsi_host0', bus: 0, target: 0, unit: '0' },
    readonly: false,
    at,
    ...more,
  }) as unknown as Device;

const guest = (...devices: Device[]) => ({ devices, os: {} }) as unknown as Domain;

function tree(name: string): HostFacts {
  const path = join(__dirname, '../host/trees', name, 'snapshot.json');
  return JSON.parse(readFileSync(path, 'utf8')) as HostFacts;
}

function said(host: HostFacts, device: Device, profile: ProfileName = 'standalone'): string[] {
  const diagnostics: Diagnostic[] = [];
  const context = {
    profile: PROFILES[profile],
    host,
    report: (diagnostic: Diagnostic) => void diagnostics.push(diagnostic),
  } as unknown as Context;
  checkHost(checkStableNames(guest(device), context), context);
  return diagnostics.map(({ code, notes }) => [code, ...notes.map(({ message }) => message)].join('; '));
}

/** The facts with one block device changed. */
function changed(host: HostFacts, path: string, more: object): HostFacts {
  return { ...host, block: host.block!.map((one) => (one.path === path ? { ...one, ...more } : one)) };
}

const workstation = tree('workstation');
const fc = tree('fibre-channel');

test('a disk that the host runs from, by a name that may change', () => {
  expect(said(workstation, disk('/dev/sda'))).toEqual([
    'host-unstable-name',
    'host-device-in-use; its partition /dev/sda1 is mounted on /boot/efi; its partition /dev/sda2 is used as swap; its partition /dev/sda3 is part of /dev/mapper/vg0-root (lvm), which is mounted on / and mounted on /export/srv; its partition /dev/sda3 is part of /dev/mapper/vg0-guest,1 (lvm)',
  ]);
});

test('reading it destroys nothing', () => {
  expect(said(workstation, disk('/dev/sda', { readonly: true }))).toEqual(['host-unstable-name']);
});

test('a volume that nobody uses', () => {
  expect(said(workstation, disk('/dev/vg0/guest,1'))).toEqual([]);
});

test('one path of a multipath map', () => {
  const path = '/dev/disk/by-path/pci-0000:05:00.0-fc-0x20010000000001-lun-1';
  expect(said(fc, disk(path))).toEqual(['host-multipath-path']);
});

test('a map is free, and its partitions are no use by themselves', () => {
  expect(said(fc, disk('/dev/mapper/mpatha'))).toEqual([]);
  expect(said(fc, disk('/dev/mapper/mpathb'))).toEqual([
    'host-device-in-use; its partition /dev/mapper/mpathb-part1 is mounted on /var/lib/images',
  ]);
  const free = changed(fc, '/dev/dm-2', { mounts: [] });
  expect(said(free, disk('/dev/mapper/mpathb'))).toEqual([]);
});

test('one that somebody has for himself, said once', () => {
  const held = changed(workstation, '/dev/dm-1', { held: true });
  const inUse = [
    'host-device-in-use; something holds it for itself alone, and the kernel does not say what: a ZFS pool, or a process',
  ];
  expect(said(held, disk('/dev/vg0/guest,1'))).toEqual(inUse);
  expect(said(held, disk('/dev/vg0/guest,1', { readonly: true }))).toEqual([]);
  const mounted = changed(workstation, '/dev/dm-1', { held: true, mounts: ['/srv'] });
  expect(said(mounted, disk('/dev/vg0/guest,1'))).toEqual(['host-device-in-use; mounted on /srv']);
});

test('write protection and permission', () => {
  const path = '/dev/disk/by-id/usb-Generic-_Compact_Flash_058F63666433-0:1';
  expect(said(workstation, disk(path))).toEqual(['host-device-read-only']);
  expect(said(workstation, disk(path, { device: 'cdrom' }))).toEqual([]);
  const barred = changed(workstation, '/dev/sdc', { access: 'none' });
  expect(said(barred, disk(path, { readonly: true }))).toEqual(['host-path-denied']);
});

test('files', () => {
  const host: HostFacts = {
    schema: 1,
    nodes: [
      { path: '/srv/none.img', kind: 'absent' },
      { path: '/srv/ro.img', kind: 'file', access: 'read-only' },
    ],
  };
  expect(said(host, disk('/srv/none.img'))).toEqual(['host-path-absent']);
  expect(said(host, disk('/srv/ro.img'))).toEqual(['host-path-denied']);
  expect(said(host, disk('/srv/ro.img', { readonly: true }))).toEqual([]);
  const optional = { type: 'file', path: '/srv/none.img', at, startupPolicy: 'optional' };
  expect(said(host, disk('', { source: optional, device: 'cdrom' }))).toEqual([]);
});

test('what is not known, and what libvirt would check', () => {
  expect(said({ schema: 1 }, disk('/dev/sda'))).toEqual([]);
  expect(said(workstation, disk('/srv/a.img'))).toEqual([]);
  expect(said(workstation, disk('/dev/sda'), 'libvirt')).toEqual([]);
});

test('a LUN by its adapter', () => {
  expect(said(workstation, lun())[1]).toMatch(/^host-device-in-use; its partition \/dev\/sda1/);
  expect(said(workstation, lun({ readonly: true }))).toEqual(['scsi-source-unstable']);
});

test('a LUN by its sg node is looked at as by its block node', () => {
  const lunDisk = (path: string, more: object = {}) => disk(path, { device: 'lun', ...more });
  const sgOf = (host: HostFacts, block: string) =>
    host.scsi!.find((device) => device.block?.path === block)!.sg!.path;
  const inUse = said(workstation, lunDisk(sgOf(workstation, '/dev/sda')));
  expect(inUse[1]).toMatch(/^host-device-in-use; its partition \/dev\/sda1/);
  expect(said(workstation, lunDisk('/dev/sda'))).toEqual(inUse);
  const path = fc.block!.find(({ holders }) => holders.includes('/dev/dm-0'))!.path;
  expect(said(fc, lunDisk(sgOf(fc, path)))).toContain('host-multipath-path');
  const reads = { readonly: true };
  expect(said(workstation, lunDisk(sgOf(workstation, '/dev/sda'), reads))).toEqual(['scsi-source-unstable']);
});

describe('an image', () => {
  const host = (kind: 'absent' | 'directory' | 'file'): HostFacts => ({
    schema: 1,
    nodes: [{ path: '/a.img', kind, access: 'read-write' }],
  });
  const image = (startupPolicy?: string) =>
    disk('/a.img', { source: { type: 'file', path: '/a.img', startupPolicy, at } });

  test.each([undefined, 'mandatory', 'requisite'])('that is not there, with startupPolicy %s', (policy) => {
    expect(said(host('absent'), image(policy))).toEqual(['host-path-absent']);
  });

  test('that may be missing, and one that is no image', () => {
    expect(said(host('absent'), image('optional'))).toEqual([]);
    expect(said(host('directory'), image('optional'))).toEqual(['path-wrong-kind']);
    expect(said(host('file'), image())).toEqual([]);
  });
});
