import { convert } from '../../../../src/convert';

const CARD = "<interface type='user'><model type='e1000e'/></interface>";

const codes = (machine: string, root: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='${machine}'>hvm</type></os>
    <devices><controller type='pci' index='0' model='${root}'/>${CARD}<controller type='usb' model='none'/><memballoon model='none'/></devices></domain>`,
    { qemuVersion: '10.0' },
  ).diagnostics.flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));

test.each([
  ['microvm', 'pci-root'],
  ['microvm', 'pcie-root'],
  ['none', 'pci-root'],
  ['isapc', 'pci-root'],
])('a %s has no PCI, whatever %s says', (machine, root) => {
  expect(codes(machine, root)).toContain('pci-none');
});

test.each([
  ['pc', 'pci-root'],
  ['q35', 'pcie-root'],
])('a %s has the %s that it says', (machine, root) => {
  expect(codes(machine, root)).toEqual([]);
});
