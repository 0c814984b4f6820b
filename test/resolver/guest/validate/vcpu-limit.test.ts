import { convert, type ConvertOptions } from '../../../../src/convert';

const run = (machine: string, vcpus: number, options: ConvertOptions) =>
  convert(
    `<domain type='kvm'><name>a</name><memory>262144</memory><vcpu>${vcpus}</vcpu><os><type arch='x86_64' machine='${machine}'>hvm</type></os></domain>`,
    options,
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test.each([
  ['q35', '10.0', 4096],
  ['pc-q35-7.2', '10.0', 288],
  ['q35', '7.2', 288],
])('%s of QEMU %s has at most %d', (machine, qemuVersion, most) => {
  expect(run(machine, most, { qemuVersion })).toEqual([]);
  expect(run(machine, most + 1, { qemuVersion })).toEqual(['vcpus-beyond-machine']);
});

test('that interrupts do not reach them is enough to say', () => {
  expect(run('pc', 256, { qemuVersion: '10.0' })).toEqual(['vcpus-need-iommu']);
  expect(run('pc', 256, { qemuVersion: '10.0', profile: 'libvirt' })).toEqual([
    'vcpus-beyond-machine',
    'vcpus-need-iommu',
  ]);
});
