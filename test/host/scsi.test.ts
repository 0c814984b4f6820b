import { blockByPath, hostUses, mountsOn } from '../../src/host/block';
import { NO_FACTS, type BlockDevice, type HostFacts, type ScsiDevice } from '../../src/host/facts';
import {
  adapterByHost,
  deviceNodeByPath,
  hctlOf,
  hctlText,
  isUnstable,
  scsiBehind,
  scsiDeviceByAdapter,
  scsiDeviceByHctl,
  scsiDeviceByNode,
  stableName,
} from '../../src/host/scsi';

const disk: ScsiDevice = {
  hctl: { host: 2, channel: 0, target: 1, lun: '5' },
  type: 0,
  vendor: 'SEAGATE',
  model: 'ST4000NM0023',
  revision: '0003',
  block: {
    path: '/dev/sdb',
    links: [
      '/dev/disk/by-id/scsi-35000c500a1b2c3d4',
      '/dev/disk/by-id/wwn-0x5000c500a1b2c3d4',
      '/dev/disk/by-path/pci-0000:00:07.0-scsi-0:0:1:5',
    ],
  },
  sg: { path: '/dev/sg1', links: [] },
  multipath: '/dev/mapper/mpatha',
};
const tape: ScsiDevice = {
  hctl: { host: 3, channel: 0, target: 0, lun: '0' },
  type: 1,
  vendor: 'IBM',
  model: 'ULT3580-TD5',
  revision: 'A231',
  sg: { path: '/dev/sg2', links: [] },
  tape: { path: '/dev/st0', links: ['/dev/tape/by-id/scsi-35005076300000000'] },
};
const plain: Omit<BlockDevice, 'path' | 'kind'> = {
  links: [],
  dev: '8:0',
  size: 1,
  readOnly: false,
  slaves: [],
  holders: [],
  mounts: [],
  swap: false,
};
const map: BlockDevice = {
  ...plain,
  path: '/dev/dm-0',
  links: ['/dev/mapper/mpatha'],
  kind: 'dm',
  dm: { name: 'mpatha', uuid: 'mpath-35000c500a1b2c3d4', type: 'multipath' },
  slaves: ['/dev/sdb'],
};
const root: BlockDevice = {
  ...plain,
  path: '/dev/sda1',
  kind: 'partition',
  partitionOf: '/dev/sda',
  mounts: ['/'],
};
const host: HostFacts = {
  schema: 1,
  scsi: [disk, tape],
  adapters: [{ host: 2, driver: 'mpt3sas' }],
  block: [
    { ...plain, path: '/dev/sda', kind: 'disk' },
    root,
    { ...plain, path: '/dev/sdb', kind: 'disk', holders: ['/dev/dm-0'] },
    map,
    { ...plain, path: '/dev/sdc', kind: 'disk', swap: true, holders: ['/dev/md0'] },
  ],
};

test.each([
  ['/dev/sdb', disk],
  ['/dev/disk/by-id/wwn-0x5000c500a1b2c3d4', disk],
  ['/dev/sg1', disk],
  ['/dev/tape/by-id/scsi-35005076300000000', tape],
  ['/dev/sda1', 'absent'],
  ['/dev/sdz', 'absent'],
  ['/srv/image.qcow2', 'unknown'],
])('the SCSI device behind %s', (path, found) => {
  expect(scsiDeviceByNode(host, path)).toBe(found);
});

test('nothing is said of a host that is not known', () => {
  expect(scsiDeviceByNode(NO_FACTS, '/dev/sdb')).toBe('unknown');
  expect(scsiDeviceByHctl(NO_FACTS, disk.hctl)).toBe('unknown');
  expect(adapterByHost(NO_FACTS, 2)).toBe('unknown');
  expect(blockByPath(NO_FACTS, '/dev/sdb')).toBe('unknown');
});

test('where only some paths were looked at, the others are unknown', () => {
  const some: HostFacts = { ...host, covers: 'paths', nodes: [{ path: '/dev/sdx', kind: 'absent' }] };
  expect(blockByPath(some, '/dev/sdz')).toBe('unknown');
  expect(blockByPath(some, '/dev/sdx')).toBe('absent');
  expect(scsiDeviceByNode(some, '/dev/sdz')).toBe('unknown');
  expect(scsiDeviceByNode(some, '/dev/sdx')).toBe('absent');
});

test('a device by its adapter', () => {
  const at = { bus: 0, target: 1, unit: '5' };
  expect(scsiDeviceByAdapter(host, { adapter: 'scsi_host2', ...at })).toBe(disk);
  expect(scsiDeviceByAdapter(host, { adapter: 'scsi_host7', ...at })).toBe('absent');
  expect(scsiDeviceByAdapter(host, { adapter: 'fc_host2', ...at })).toBe('absent');
  expect(adapterByHost(host, 2)).toEqual({ host: 2, driver: 'mpt3sas' });
  expect(adapterByHost(host, 3)).toBe('absent');
});

test('the wildcard of a described host answers every address', () => {
  const found = scsiDeviceByAdapter(
    { schema: 1, anyScsi: '/dev/sg0' },
    { adapter: 'scsi_host9', bus: 1, target: 2, unit: '3' },
  );
  expect(found).toMatchObject({
    hctl: { host: 9, channel: 1, target: 2, lun: '3' },
    sg: { path: '/dev/sg0' },
  });
});

test('H:C:T:L in text and back, with a LUN of 64 bits', () => {
  expect(hctlText(hctlOf('1:0:2:18446744073709551615')!)).toBe('1:0:2:18446744073709551615');
  expect(hctlOf('1:0:2:007')?.lun).toBe('7');
  expect(hctlOf('1:0:2')).toBeUndefined();
});

test('the paths of a multipath map, and a disk itself', () => {
  expect(scsiBehind(host, map)).toEqual([disk]);
  expect(scsiBehind(host, root)).toEqual([]);
});

test('names', () => {
  expect(stableName(disk.block!)).toBe('/dev/disk/by-id/wwn-0x5000c500a1b2c3d4');
  expect(stableName(tape.tape!)).toBe('/dev/tape/by-id/scsi-35005076300000000');
  expect(stableName(tape.sg!)).toBeUndefined();
  expect(isUnstable('/dev/sdb')).toBe(true);
  expect(isUnstable('/dev/disk/by-id/wwn-0x5000c500a1b2c3d4')).toBe(false);
  expect(deviceNodeByPath(disk, '/dev/sg1')).toBe(disk.sg);
});

test('what the host does with a disk, through its partitions and holders too', () => {
  const uses = (path: string) => hostUses(host, blockByPath(host, path) as BlockDevice);
  expect(uses('/dev/sda')).toEqual(['its partition /dev/sda1 is mounted on /']);
  expect(uses('/dev/sdb')).toEqual(['part of /dev/mapper/mpatha (multipath)']);
  expect(uses('/dev/sdc')).toEqual(['used as swap', 'part of /dev/md0']);
});

test('through every layer, down to the mount point', () => {
  const md: BlockDevice = { ...plain, path: '/dev/md0', kind: 'md', holders: ['/dev/dm-1'] };
  const lv: BlockDevice = {
    ...plain,
    path: '/dev/dm-1',
    kind: 'dm',
    dm: { name: 'vg-root', uuid: 'LVM-1', type: 'lvm' },
    mounts: ['/', '/srv'],
  };
  const layers: HostFacts = { ...host, block: [...host.block!, md, lv] };
  const sdc = blockByPath(layers, '/dev/sdc') as BlockDevice;
  expect(hostUses(layers, sdc)).toEqual([
    'used as swap',
    'part of /dev/md0, which is part of /dev/mapper/vg-root (lvm), which is mounted on / and mounted on /srv',
  ]);
  expect(mountsOn(layers, sdc)).toEqual(['/', '/srv']);
  expect(mountsOn(host, blockByPath(host, '/dev/sda') as BlockDevice)).toEqual(['/']);
});

test('holders in a ring, as only a file by hand has them', () => {
  const ring = (path: string, holder: string): BlockDevice => ({
    ...plain,
    path,
    kind: 'md',
    holders: [holder],
  });
  const facts: HostFacts = { schema: 1, block: [ring('/dev/md1', '/dev/md2'), ring('/dev/md2', '/dev/md1')] };
  expect(hostUses(facts, facts.block![0]!)).toEqual(['part of /dev/md2, which is part of /dev/md1']);
  expect(mountsOn(facts, facts.block![0]!)).toEqual([]);
});
