import { convert } from '../../../src/convert';

/** The machine that QEMU is told of, or what is said of the one that it has not. */
function machineOf(machine: string): string | undefined {
  const { argv, diagnostics } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='${machine}'>hvm</type></os></domain>`,
    { qemuVersion: '9.2', profile: 'libvirt' },
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
