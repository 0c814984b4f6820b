import { laterOption } from '../../src/qemu/later-options';
import { parseVersion } from '../../src/qemu/version';

const later = (option: string, driver: string | undefined, version: string) =>
  laterOption(option, driver, parseVersion(version)!);

test.each([
  ['-run-with', undefined, '8.0.0', { what: '-run-with', since: '8.1' }],
  ['--accel', 'kvm', '2.8.1', { what: '-accel', since: '2.9' }],
  ['-device', 'virtio-vga-gl', '6.0.0', { what: '-device virtio-vga-gl', since: '6.1' }],
])('%s %s is not there yet in QEMU %s', (option, driver, version, expected) => {
  expect(later(option, driver, version)).toEqual(expected);
});

test.each([
  ['-run-with', undefined, '8.1.0'],
  ['-device', 'virtio-scsi-pci', '1.1.0'],
  ['-device', 'a-device-of-nobody', '1.0.0'],
  ['-device', 'constructor', '1.0.0'],
  ['-name', 'guest', '0.14.0'],
])('%s %s is no matter in QEMU %s', (option, driver, version) => {
  expect(later(option, driver, version)).toBeUndefined();
});
