import { convert, type ConvertOptions } from '../../../src/convert';

/** The machine that QEMU is told of, or what is said of the one that it has not. */
function machineOf(
  machine: string,
  arch = "arch='x86_64'",
  options: ConvertOptions = {},
): string | undefined {
  const { argv, diagnostics } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type ${arch} machine='${machine}'>hvm</type></os></domain>`,
    { qemuVersion: '9.2', profile: 'libvirt', ...options },
  );
  if (argv === undefined) return diagnostics.find(({ code }) => code === 'machine-unknown')?.message;
  return argv[argv.indexOf('-machine') + 1]?.split(',')[0];
}

test.each([
  ['pc', 'pc-i440fx-9.2'],
  ['q35', 'pc-q35-9.2'],
  ['pc-q35-8.0', 'pc-q35-8.0'],
  ['constructor', "this QEMU has no machine type 'constructor'"],
])('libvirt pins an alias, and what is none stays: %s', (machine, expected) => {
  expect(machineOf(machine)).toBe(expected);
});

test('an alias stays for a person, and where libvirt knows no other name', () => {
  expect(machineOf('pc', undefined, { profile: 'standalone' })).toBe('pc');
  const keeps = (...keepsMachineAliases: string[]) =>
    machineOf('pc', undefined, { host: { schema: 1, keepsMachineAliases } });
  expect(keeps('9.2.0')).toBe('pc');
  expect(keeps('9.1.0')).toBe('pc-i440fx-9.2');
});

test('the architecture is that of the guest, else that of QEMU', () => {
  const s390x: ConvertOptions = { arch: 's390x' };
  expect(machineOf('s390-ccw-virtio', "arch='s390x'")).toBe('s390-ccw-virtio-9.2');
  expect(machineOf('s390-ccw-virtio', '', s390x)).toBe('s390-ccw-virtio-9.2');
});
