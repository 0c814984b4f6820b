import { check } from '../../../src/check';
import type { HostFacts } from '../../../src/host/facts';
import { scsiDevice } from '../../host/scsi-device';

const host: HostFacts = {
  schema: 1,
  scsi: [
    scsiDevice({ type: 8, sg: { path: '/dev/sg0', links: ['/dev/tape/by-id/scsi-1'] } }),
    scsiDevice({
      hctl: { host: 0, channel: 0, target: 1, lun: '0' },
      sg: { path: '/dev/sg1', links: [] },
      block: { path: '/dev/sda', links: ['/dev/disk/by-id/scsi-2'] },
    }),
  ],
};

const said = (path: string) =>
  check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><disk type='block'><source dev='${path}'/><target dev='sda' bus='scsi'/></disk></devices></domain>`,
    { qemuVersion: '10.0', host },
  ).diagnostics.flatMap(({ code }) => (code === 'disk-on-sg-node' ? [code] : []));

test.each(['/dev/sg0', '/dev/sg1', '/dev/sg9', '/dev/tape/by-id/scsi-1'])(
  'an emulated disk does not open an sg node, by whatever name: %s',
  (path) => expect(said(path)).toEqual(['disk-on-sg-node']),
);

test.each(['/dev/sda', '/dev/disk/by-id/scsi-2'])('it opens a block node: %s', (path) =>
  expect(said(path)).toEqual([]),
);
