import { goneOption } from '../../src/qemu/gone-options';
import { parseVersion } from '../../src/qemu/version';

const on = (version: string, option: string, value?: string) =>
  goneOption(option, value, parseVersion(version)!)?.what;

test('an option is there up to the release that dropped it', () => {
  expect(on('8.2.0', '-no-hpet')).toBeUndefined();
  expect(on('9.0.0', '-no-hpet')).toBe('-no-hpet');
  expect(on('9.0.0', '--no-hpet')).toBe('-no-hpet');
});

test('a property, as it is written; a doubled comma is one of the value before it', () => {
  expect(on('2.12.0', '-drive', 'file=a,serial=b')).toBeUndefined();
  expect(on('3.0.0', '-drive', 'file=a,serial=b')).toBe('-drive serial=');
  expect(on('3.0.0', '-drive', 'file=a,,serial=b')).toBeUndefined();
  expect(on('10.0.0', '-device', 'scsi-disk,drive=x')).toBe('-device scsi-disk');
  expect(on('10.0.0', '-device', 'scsi-hd,drive=scsi-disk')).toBeUndefined();
});

test('options that are there, names of objects, and nothing at all', () => {
  for (const option of ['-device', '-drive', '-m', '-constructor', '-toString', ''])
    expect(on('11.0.0', option, 'x')).toBeUndefined();
});
