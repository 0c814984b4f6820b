import { convert } from '../../../../src/convert';
import type { HostFacts } from '../../../../src/host/facts';
import { scsiDevice } from '../../../host/scsi-device';

/** A target with three LUNs, of which the last is a multipath map's path, too. */
const host: HostFacts = {
  schema: 1,
  adapters: [{ host: 2, driver: 'mpt3sas' }],
  scsi: [0, 1, 2].map((lun) =>
    scsiDevice({
      hctl: { host: 2, channel: 0, target: 0, lun: String(lun) },
      block: { path: `/dev/sd${'abc'[lun] ?? ''}`, links: [] },
      sg: { path: `/dev/sg${lun}`, links: [] },
    }),
  ),
  block: [
    {
      path: '/dev/dm-0',
      links: ['/dev/mapper/mpa'],
      kind: 'other',
      dev: '253:0',
      size: 1 << 30,
      readOnly: false,
      dm: { type: 'multipath', name: 'mpa', uuid: 'mpath-a' },
      slaves: ['/dev/sdc'],
      holders: [],
      mounts: [],
      swap: false,
    },
  ],
  nodes: [],
};

const SET = "<hostdev mode='subsystem' type='scsi_target'><source name='scsi_target2_0_0'/></hostdev>";
const disk = (source: string, type = 'block', device = 'disk') =>
  `<disk type='${type}' device='${device}'>${source}<target dev='vda' bus='virtio'/></disk>`;

/** How many LUNs the set has, and which go by a device of their own. */
function left(devices: string): readonly string[] {
  const { plan, diagnostics } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${devices}${SET}</devices></domain>`,
    { qemuVersion: '10.0', host },
  );
  const found = plan?.decisions.find(({ value }) => value.startsWith('LUNs: '));
  if (found === undefined) return diagnostics.map(({ message }) => message);
  return [found.value, ...found.caveats.flatMap((one) => /^([\d:]+) goes by/.exec(one)?.[1] ?? [])];
}

test.each([
  ['no other device', '', ['LUNs: 3']],
  ['a disk by its node', disk("<source dev='/dev/sda'/>"), ['LUNs: 2', '2:0:0:0']],
  ['a disk by the map over it', disk("<source dev='/dev/mapper/mpa'/>"), ['LUNs: 2', '2:0:0:2']],
  ['a disk without a source', disk('', 'block', 'cdrom').replace('virtio', 'ide'), ['LUNs: 3']],
  ['a file of that name', disk("<source file='/dev/sda'/>", 'file'), ['LUNs: 3']],
  [
    'a hostdev by its address',
    "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host2'/><address bus='0' target='0' unit='1'/></source></hostdev>",
    ['LUNs: 2', '2:0:0:1'],
  ],
])('beside %s', (_what, devices, expected) => {
  expect(left(devices)).toEqual(expected);
});
