import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

const GROUP =
  '<throttlegroups><throttlegroup><group_name>g</group_name><total_iops_sec>5</total_iops_sec></throttlegroup></throttlegroups>';
const FILTER = "<throttlefilters><throttlefilter group='g'/></throttlefilters>";

const domain = (disk: string, more = '') =>
  `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory>${more}<os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${disk}</devices></domain>`;

function errors(
  target: string,
  { device = 'lun', profile }: { device?: string; profile?: ProfileName } = {},
) {
  const disk = `<disk type='block' device='${device}'><source dev='/dev/disk/by-id/wwn-0x5'/>${FILTER}${target}</disk>`;
  return convert(domain(disk, GROUP), { profile, qemuVersion: '7.2.0' }).diagnostics.flatMap(
    ({ severity, code, at }) => (severity === 'error' ? [`${code} ${at?.path}`] : []),
  );
}

test.each(["<target dev='sda' bus='scsi'/>", "<target dev='vda' bus='virtio'/>"])(
  'no LUN is passed through behind a throttle filter: %s',
  (target) => {
    expect(errors(target)).toEqual([expect.stringMatching(/^disk-option-conflict .*throttlefilters$/)]);
    expect(errors(target, { device: 'disk' })).toEqual([]);
    expect(errors(target, { profile: 'libvirt' })).toEqual([]);
  },
);

test.each([
  ['2.10.0', ['qemu-lacks']],
  ['2.11.0', []],
])('QEMU %s and persistent reservations', (qemuVersion, expected) => {
  const disk = `<disk type='block' device='lun'><source dev='/dev/disk/by-id/wwn-0x5'><reservations managed='yes'/></source><target dev='sda' bus='scsi'/></disk>`;
  const { diagnostics } = convert(domain(disk), { qemuVersion });
  expect(diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []))).toEqual(expected);
});
