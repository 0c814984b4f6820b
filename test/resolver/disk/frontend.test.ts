import { convert } from '../../../src/convert';

/** The -device of the only disk, with this in it. */
function device(inner: string): Readonly<Record<string, unknown>> {
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/>${inner}</disk></devices></domain>`;
  const { argv = [] } = convert(xml, { profile: 'libvirt', qemuVersion: '10.0.0' });
  const word = argv.find((candidate) => candidate.startsWith('{"driver":"virtio-blk')) ?? '{}';
  return JSON.parse(word) as Readonly<Record<string, unknown>>;
}

test('block sizes are passed on, and those of 0 are left to QEMU', () => {
  const blockio = (size: number) => `<blockio logical_block_size='${size}' physical_block_size='${size}'/>`;
  expect(device(blockio(4096))).toMatchObject({ logical_block_size: 4096, physical_block_size: 4096 });
  expect(Object.keys(device(blockio(0)))).not.toContain('logical_block_size');
  expect(Object.keys(device(blockio(0)))).not.toContain('physical_block_size');
  expect(device(blockio(0))).toHaveProperty('drive');
});
