import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostFacts } from '../../src/host/facts';
import { lunIdentity } from '../../src/host/lun-identity';
import { scsiDevice } from './scsi-device';

const fc = JSON.parse(
  readFileSync(join(__dirname, 'trees/fibre-channel/snapshot.json'), 'utf8'),
) as HostFacts;

test('a map, its paths and their nodes are one LUN', () => {
  const map = fc.block!.find(({ dm }) => dm?.type === 'multipath')!;
  const paths = fc.scsi!.filter(({ block }) => block !== undefined && map.slaves.includes(block.path));
  const names = [map.path, ...paths.flatMap(({ block, sg }) => [block!.path, sg!.path])];
  expect(paths.length).toBeGreaterThan(1);
  expect(new Set(names.map((path) => lunIdentity(fc, path))).size).toBe(1);
});

const at = (target: number, lun: string) => ({ host: 0, channel: 0, target, lun });
const host: HostFacts = {
  schema: 1,
  scsi: [
    scsiDevice({ hctl: at(0, '0'), wwid: 'naa.5000c50000000001', sg: { path: '/dev/sg0', links: [] } }),
    scsiDevice({ hctl: at(1, '0'), wwid: 'naa.5000c50000000001', sg: { path: '/dev/sg1', links: [] } }),
    scsiDevice({ hctl: at(1, '1'), wwid: 'naa.5000c50000000001', sg: { path: '/dev/sg2', links: [] } }),
    scsiDevice({
      hctl: at(2, '0'),
      type: 1,
      sg: { path: '/dev/sg3', links: [] },
      tape: { path: '/dev/st0', links: ['/dev/nst0'] },
    }),
  ],
};

test('two paths have one name and one number; a device may call all of its LUNs the same', () => {
  expect(lunIdentity(host, '/dev/sg1')).toBe(lunIdentity(host, '/dev/sg0'));
  expect(lunIdentity(host, '/dev/sg2')).not.toBe(lunIdentity(host, '/dev/sg0'));
});

test('what has no name goes by its address, and what is no LUN by nothing', () => {
  expect(lunIdentity(host, '/dev/nst0')).toBe('SCSI device 0:0:2:0');
  expect(lunIdentity(host, '/dev/sg3')).toBe('SCSI device 0:0:2:0');
  expect(lunIdentity(host, '/srv/a.img')).toBeUndefined();
});
