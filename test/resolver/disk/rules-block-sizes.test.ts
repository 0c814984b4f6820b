import { convert } from '../../../src/convert';

const errors = (qemuVersion: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>
<devices><disk type='file' device='floppy'><source file='/a'/><target dev='fda' bus='fdc'/><blockio logical_block_size='1000'/></disk></devices></domain>`,
    { qemuVersion },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test('sizes that reach no device stand in the way of nothing', () => {
  expect(errors('5.2')).toEqual([]);
  expect(errors('6.0')).toEqual(['disk-option-invalid']);
});
