import { convert, type ConvertOptions } from '../../../src/convert';

const screen = (options: ConvertOptions) =>
  convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<video><driver name='vhostuser' iommu='on' ats='on'/><model type='virtio'/></video></devices></domain>`,
    { qemuVersion: '10.0', ...options },
  ).argv?.find((word) => word.includes('vhost-user-vga'));

test('virtio options of a screen drawn by another process: QEMU has them, libvirt does not hand them on', () => {
  expect(screen({})).toContain('iommu_platform=on,ats=on');
  expect(screen({ profile: 'libvirt' })).not.toContain('ats');
});
