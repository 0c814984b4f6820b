import { convert } from '../../src/convert';

test("a card in the board's reader takes no number of the block graph", () => {
  const { argv } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='armv7l' machine='vexpress-a15'>hvm</type></os>
<devices>
<disk type='file'><driver type='raw'/><source file='/a'/><target dev='vda' bus='virtio'/></disk>
<disk type='file'><driver type='raw'/><source file='/b'/><target dev='sda' bus='sd'/></disk>
</devices></domain>`,
    { qemuVersion: '10.0', arch: 'arm', storage: 'blockdev' },
  );
  expect(argv?.find((word) => word.includes('"/a"'))).toContain('"node-name":"libvirt-1-storage"');
});
