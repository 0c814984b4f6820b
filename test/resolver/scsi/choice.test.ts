import { convert } from '../../../src/convert';
import type { Access, HostFacts } from '../../../src/host/facts';
import { scsiDevice } from '../../host/scsi-device';

/** What is said of access to a disk of the host whose nodes this user may open so. */
function denied(
  device: string,
  { block, sg }: { block: Access; sg: Access },
  scsiPassthrough?: 'generic',
): string[] {
  const host: HostFacts = {
    schema: 1,
    scsi: [
      scsiDevice({
        block: { path: '/dev/sdb', links: ['/dev/disk/by-id/wwn-0x5'], access: block },
        sg: { path: '/dev/sg6', links: [], access: sg },
      }),
    ],
  };
  const { diagnostics } = convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${device}</devices></domain>`,
    { qemuVersion: '8.2', host, scsiPassthrough },
  );
  return diagnostics.flatMap(({ code, message, notes }) =>
    code === 'host-path-denied' ? [[message, ...notes.map((note) => note.message)].join('; ')] : [],
  );
}

const lun = (dev: string, inner = '', bus = 'scsi') =>
  `<disk type='block' device='lun'><source dev='${dev}'/><target dev='sda' bus='${bus}'/>${inner}</disk>`;
const BY_SG = lun('/dev/sg6');
const HOSTDEV =
  "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source></hostdev>";

test.each([
  ['a disk by its sg node', BY_SG],
  ['a hostdev', HOSTDEV],
])('the node that QEMU opens must be one that this user may open: %s', (_what, device) => {
  expect(denied(device, { block: 'none', sg: 'read-write' })).toEqual([
    "this user may not read and write /dev/disk/by-id/wwn-0x5; it may open /dev/sg6, which '--scsi-passthrough generic' takes",
  ]);
  expect(denied(device, { block: 'none', sg: 'none' })).toEqual([
    'this user may not read and write /dev/disk/by-id/wwn-0x5',
  ]);
  expect(denied(device, { block: 'read-write', sg: 'none' })).toEqual([]);
});

test('virtio-blk has no use for an sg node', () => {
  expect(denied(lun('/dev/sg6', '', 'virtio'), { block: 'none', sg: 'read-write' })).toEqual([
    'this user may not read and write /dev/disk/by-id/wwn-0x5',
  ]);
});

test('the same of an sg node, of a node as given, and of one that is only read', () => {
  expect(denied(HOSTDEV, { block: 'read-write', sg: 'none' }, 'generic')).toEqual([
    'this user may not read and write /dev/sg6',
  ]);
  expect(denied(HOSTDEV, { block: 'none', sg: 'read-write' }, 'generic')).toEqual([]);
  expect(denied(lun('/dev/sdb'), { block: 'read-only', sg: 'none' })).toEqual([
    'this user may not read and write /dev/sdb',
  ]);
  expect(denied(lun('/dev/sdb', '<readonly/>'), { block: 'read-only', sg: 'none' })).toEqual([]);
});

/** What is said of the commands that the kernel keeps from a LUN. */
function kept(device: string): string[] {
  const { decisions = [] } =
    convert(
      `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${device}</devices></domain>`,
      {
        qemuVersion: '10.0',
        host: {
          schema: 1,
          scsi: [scsiDevice({ block: { path: '/dev/sda', links: [] }, sg: { path: '/dev/sg0', links: [] } })],
        },
      },
    ).plan ?? {};
  return decisions.flatMap(({ caveats }) => caveats.filter((caveat) => caveat.startsWith('the kernel lets')));
}

test('what the kernel keeps from a LUN fits what was done about it', () => {
  const [all] = kept(lun('/dev/sda'));
  expect(all).toMatch(/no reservation, .*: <reservations> sends the first, rawio='yes' all$/);
  const [reserving] = kept(lun('/dev/sda').replace("sda'/>", "sda'><reservations managed='yes'/></source>"));
  expect(reserving).toMatch(/no ATA pass-through or vendor command .*; reservations go through the helper$/);
  expect(reserving).not.toContain('<reservations>');
  expect(kept(HOSTDEV)[0]).toContain("<reservations> of a <disk device='lun'> sends the first");
  expect(kept(lun('/dev/sda').replace('<disk', "<disk rawio='yes'"))).toEqual([]);
});
