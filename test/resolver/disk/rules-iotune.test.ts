import { convert } from '../../../src/convert';

const disk = (name: string, limits: string) =>
  `<disk type='file'><source file='/${name}'/><target dev='${name}' bus='virtio'/><iotune>${limits}<group_name>g</group_name></iotune></disk>`;

const errors = (devices: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices}</devices></domain>`,
    { qemuVersion: '10.0' },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

const iops = (count: number) => `<total_iops_sec>${count}</total_iops_sec>`;

test('a disk joins the limits of another by the name of its group', () => {
  expect(errors(disk('vda', iops(5)) + disk('vdb', ''))).toEqual([]);
  expect(errors(disk('vda', '') + disk('vdb', iops(5)))).toEqual([]);
  expect(errors(disk('vda', iops(5)) + disk('vdb', iops(6)))).toEqual(['disk-option-conflict']);
  expect(errors(disk('vda', '') + disk('vdb', ''))).toEqual(['disk-option-invalid', 'disk-option-invalid']);
});
