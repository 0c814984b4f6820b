import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

const group = (inner: string, name = 'a') =>
  `<throttlegroup><group_name>${name}</group_name>${inner}</throttlegroup>`;

function converted(groups: string, filters: string, profile: ProfileName = 'libvirt', device = 'disk') {
  const disk = `<disk type='file' device='${device}'><source file='/a'/><target dev='sda' bus='scsi'/><throttlefilters>${filters}</throttlefilters></disk>`;
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><throttlegroups>${groups}</throttlegroups><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${disk}</devices></domain>`;
  const { argv, diagnostics } = convert(xml, { profile, qemuVersion: '10.0.0' });
  const refused = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return { objects: argv?.filter((word) => word.includes('"qom-type":"throttle-group"')).length, refused };
}

const LIMIT = '<total_iops_sec>5</total_iops_sec>';
const FILTER = "<throttlefilter group='a'/>";

test('libvirt makes no object of a group that limits nothing', () => {
  expect(converted(group(''), FILTER)).toEqual({ objects: 0, refused: [] });
  expect(converted(group(LIMIT), FILTER)).toEqual({ objects: 1, refused: [] });
});

test.each([
  ['two groups of one name', group(LIMIT) + group(LIMIT), FILTER, 'disk-option-invalid'],
  ['one group twice', group(LIMIT), FILTER + FILTER, 'disk-option-invalid'],
  [
    'a limit of both beside one of reads',
    group(`${LIMIT}<read_iops_sec>2</read_iops_sec>`),
    FILTER,
    'disk-option-conflict',
  ],
])('%s is refused', (_what, groups, filters, code) => {
  expect(converted(groups, filters).refused).toEqual([code]);
});

test('libvirt has no filters on a CD-ROM', () => {
  expect(converted(group(LIMIT), FILTER, 'libvirt', 'cdrom').refused).toEqual(['disk-option-misplaced']);
});
