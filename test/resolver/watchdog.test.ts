import { convert } from '../../src/convert';

const errors = (model: string, arch: string, machine: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='${arch}' machine='${machine}'>hvm</type></os>
<devices><watchdog model='${model}'/></devices></domain>`,
    { qemuVersion: '10.0', arch },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test('a watchdog on PCI needs no ISA bus, one on ISA does', () => {
  expect(errors('i6300esb', 'aarch64', 'virt')).toEqual([]);
  expect(errors('ib700', 'aarch64', 'virt')).toEqual(['watchdog-model']);
  expect(errors('ib700', 'x86_64', 'q35')).toEqual([]);
});
