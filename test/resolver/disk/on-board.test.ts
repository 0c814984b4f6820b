import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

/** What is left out of a floppy that the controller itself names. */
const lost = (inside: string, qemuVersion: string, profile: ProfileName = 'standalone') =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>
<devices><disk type='file' device='floppy'><source file='/a'/><target dev='fda' bus='fdc'/>${inside}</disk></devices></domain>`,
    { qemuVersion, profile },
  ).diagnostics.flatMap(({ code, at }) =>
    code === 'qemu-leaves-out' ? [at?.path.replace(/.*disk\//, '')] : [],
  );

test.each([
  ['serial', '<serial>s</serial>'],
  ['blockio', "<blockio logical_block_size='512'/>"],
  ['geometry', "<geometry cyls='80' heads='2' secs='18'/>"],
])('a floppy in the drive of the board has no %s', (path, xml) => {
  expect(lost(xml, '5.2')).toEqual([path]);
  expect(lost(xml, '5.2', 'libvirt')).toEqual([]);
});

test('the order of its boot is that of the controller, and its geometry was once that of the -drive', () => {
  expect(lost("<boot order='1'/>", '5.2')).toEqual([]);
  expect(lost('', '5.2')).toEqual([]);
  expect(lost("<geometry cyls='80' heads='2' secs='18'/>", '1.1')).toEqual([]);
});
