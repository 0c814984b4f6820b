import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

const GROUP =
  '<throttlegroups><throttlegroup><group_name>g</group_name><total_iops_sec>5</total_iops_sec></throttlegroup></throttlegroups>';
const FILTER = "<throttlefilters><throttlefilter group='g'/></throttlefilters>";

function errors(
  target: string,
  { device = 'lun', profile }: { device?: string; profile?: ProfileName } = {},
) {
  const disk = `<disk type='block' device='${device}'><source dev='/dev/disk/by-id/wwn-0x5'/>${FILTER}${target}</disk>`;
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory>${GROUP}<os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${disk}</devices></domain>`;
  return convert(xml, { profile, qemuVersion: '7.2.0' }).diagnostics.flatMap(({ severity, code, at }) =>
    severity === 'error' ? [`${code} ${at?.path}`] : [],
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
