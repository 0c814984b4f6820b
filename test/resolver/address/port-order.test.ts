import { convert, type ConvertOptions } from '../../../src/convert';

const codes = (upstream: number, root: number, options: ConvertOptions = {}) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>256</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<controller type='pci' index='${upstream}' model='pcie-switch-upstream-port'><address type='pci' bus='${root}' slot='0'/></controller>
<controller type='pci' index='${root}' model='pcie-root-port'/></devices></domain>`,
    { qemuVersion: '10.0', ...options },
  )
    .diagnostics.map(({ code }) => code)
    .filter((code) => code.startsWith('pci-'));

test('QEMU must have made the bus that a port is plugged into', () => {
  expect(codes(1, 2)).toEqual(['pci-bridge-order']);
  expect(codes(2, 1)).toEqual([]);
});

test('libvirt looks at plain bridges alone', () => {
  expect(codes(1, 2, { profile: 'libvirt' })).toEqual([]);
});
