import fc from 'fast-check';
import { parseMachineName, type MachineVersion } from '../../src/qemu/machine-version';
import {
  compareVersions,
  formatVersion,
  parseVersion,
  readVersionOutput,
  releaseOf,
  type BinaryVersion,
} from '../../src/qemu/version';

describe('what --version prints', () => {
  test.each([
    [
      'QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)\nCopyright (c) 2003-2022',
      '7.2.22',
      'Debian 1:7.2+dfsg-7+deb12u18',
    ],
    ['QEMU emulator version 8.2.0 (qemu-kvm-8.2.0-11.el9)', '8.2.0', 'qemu-kvm-8.2.0-11.el9'],
    ['QEMU emulator version 9.0.92 (v9.1.0-rc2)', '9.0.92', 'v9.1.0-rc2'],
    [
      'QEMU emulator version 9.0.50 (v9.0.0-1234-g0a1b2c3d4e-dirty)',
      '9.0.50',
      'v9.0.0-1234-g0a1b2c3d4e-dirty',
    ],
    [
      'QEMU emulator version 4.2.1 (Debian 1:4.2-3ubuntu6.30)\r\nCopyright',
      '4.2.1',
      'Debian 1:4.2-3ubuntu6.30',
    ],
    ['QEMU emulator version 1.0 (qemu-kvm-1.0), Copyright (c) 2003-2008', '1.0.0', 'qemu-kvm-1.0'],
    ['QEMU PC emulator version 0.12.1 (qemu-kvm-0.12.1.2), Copyright (c)', '0.12.1', 'qemu-kvm-0.12.1.2'],
    ['QEMU emulator version 0.14.0, Copyright (c) 2003-2008 Fabrice Bellard', '0.14.0', undefined],
    ['QEMU emulator version 6.2.0(qemu-6.2.0-78.module)', '6.2.0', 'qemu-6.2.0-78.module'],
    ['QEMU emulator version 9.1.0-rc1', '9.0.91', undefined],
    [
      'warning: something\nQEMU emulator version 10.0.2 (Debian 1:10.0.2+ds-2 (test))',
      '10.0.2',
      'Debian 1:10.0.2+ds-2 (test)',
    ],
  ])('%s', (text, version, packageText) => {
    const build = readVersionOutput(text);
    expect(build && formatVersion(build.version)).toBe(version);
    expect(build?.package).toBe(packageText);
  });

  test.each([
    '',
    'GNU bash, version 5.2.15',
    'qemu-img version 7.2.22',
    'QEMU emulator version',
    'QEMU emulator version x.y',
  ])('not QEMU: %j', (text) => expect(readVersionOutput(text)).toBeUndefined());
});

describe('versions by name', () => {
  test.each([
    ['7.2', '7.2.0'],
    ['v7.2.0', '7.2.0'],
    ['9.1.0-rc2', '9.0.92'],
    ['10.0.0-rc0', '9.2.90'],
    ['3.0.0-rc1', '2.12.91'],
    ['v9.0.0-1234-g0a1b2c3', '9.0.50'],
  ])('%s is %s', (text, version) => expect(formatVersion(parseVersion(text)!)).toBe(version));

  test.each(['', '7', 'seven', '7.2.', '7.2.0.1', '-7.2', '7.2-rc', '7.2 8.0', '1e3.0'])(
    'not a version: %j',
    (text) => expect(parseVersion(text)).toBeUndefined(),
  );

  const version = fc.record({ major: fc.nat(30), minor: fc.nat(15), micro: fc.nat(49) });

  test('what is formatted is read back, alone and in the output of any build', () => {
    fc.assert(
      fc.property(version, fc.stringMatching(/^[\w.:+~-]{1,30}$/), (value, words) => {
        expect(parseVersion(formatVersion(value))).toEqual(value);
        expect(readVersionOutput(`QEMU emulator version ${formatVersion(value)} (${words})\n`)).toEqual({
          version: value,
          package: words,
        });
      }),
    );
  });

  test('order is total and agrees with the numbers', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const order = compareVersions(a, b);
        expect(Math.sign(order)).toBe(-Math.sign(compareVersions(b, a)) + 0);
        expect(order === 0).toBe(formatVersion(a) === formatVersion(b));
      }),
    );
  });

  test('no text makes the readers throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseVersion(text);
        readVersionOutput(`QEMU emulator version ${text}`);
        parseMachineName(text);
      }),
    );
  });

  test('a candidate has what its release has, a stable update what its own has', () => {
    const release = (text: string) => formatVersion(releaseOf(parseVersion(text)!));
    expect(release('9.0.92')).toBe('9.1.0');
    expect(release('9.2.90')).toBe('10.0.0');
    expect(release('7.2.22')).toBe('7.2.22');
    expect(release('9.0.50')).toBe('9.0.50');
  });
});

describe('machine types by name', () => {
  test.each([
    ['pc-q35-7.2', { family: 'pc-q35', version: { major: 7, minor: 2, micro: 0 } }],
    ['pc-q35-4.0.1', { family: 'pc-q35', version: { major: 4, minor: 0, micro: 1 } }],
    ['pc-1.3', { family: 'pc', version: { major: 1, minor: 3, micro: 0 } }],
    ['pc-q35-rhel9.4.0', { family: 'pc-q35', version: { major: 9, minor: 4, micro: 0 }, vendor: 'rhel' }],
    ['pc-i440fx-jammy', { family: 'pc-i440fx', vendor: 'jammy' }],
    ['pseries-2.12-sxxm', { family: 'pseries', version: { major: 2, minor: 12, micro: 0 }, variant: 'sxxm' }],
    ['s390-ccw-virtio-10.0', { family: 's390-ccw-virtio', version: { major: 10, minor: 0, micro: 0 } }],
    ['q35', { family: 'q35' }],
    ['isapc', { family: 'isapc' }],
  ])('%s', (name, parts) => expect(parseMachineName(name)).toEqual(parts));

  test('its version and a binary version cannot be mixed (checked by tsc)', () => {
    const binary: BinaryVersion = { major: 7, minor: 2, micro: 0, of: 'binary' };
    const machine: MachineVersion = { major: 7, minor: 2, micro: 0, of: 'machine' };
    // @ts-expect-error a machine type's version says nothing about the binary
    compareVersions(binary, machine);
    expect(binary.of).not.toBe(machine.of);
  });
});
