import { convert } from '../../../../src/convert';

const errors = (machine: string, address: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='${machine}'>hvm</type></os>
<devices><rng model='virtio'><backend model='random'>/dev/random</backend><address type='pci' bus='0' ${address}/></rng></devices></domain>`,
    { qemuVersion: '10.0' },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test.each([
  ['pc', "slot='1' function='0'"],
  ['pc', "slot='1' function='1'"],
  ['q35', "slot='0x1f' function='0'"],
  ['q35', "slot='0x1f' function='2'"],
  ['q35', "slot='0x1f' function='3'"],
])('the board of %s has %s itself', (machine, address) => {
  expect(errors(machine, address)).toEqual(['pci-address-taken']);
});

test('what lies beside it is free', () => {
  expect(errors('q35', "slot='0x1e' function='0'")).toEqual([]);
  expect(errors('pc', "slot='3' function='0'")).toEqual([]);
});
