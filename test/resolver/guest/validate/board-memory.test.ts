import { convert } from '../../../../src/convert';
import type { ProfileName } from '../../../../src/model/profile';

const errors = (mib: number, profile: ProfileName) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>${mib}</memory><os><type arch='armv7l' machine='versatilepb'>hvm</type><kernel>/k</kernel></os><devices/></domain>`,
    { qemuVersion: '7.2', arch: 'arm', profile },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test('how much memory a board takes is left to QEMU by libvirt', () => {
  expect(errors(256, 'standalone')).toEqual([]);
  expect(errors(512, 'standalone')).toEqual(['memory-unfit']);
  expect(errors(512, 'libvirt')).toEqual([]);
});
