import { convert } from '../../../src/convert';

const ids = (targets: readonly string[], profile: 'standalone' | 'libvirt') =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
${targets.map((dev) => `<disk type='file' device='disk'><source file='/srv/${dev}'/><target dev='${dev}' bus='virtio'/></disk>`).join('\n')}
</devices></domain>`,
    { qemuVersion: '10.0', profile },
  ).argv?.flatMap((word) => /virtio-blk-pci.*\bid"?[=:]"?(virtio-disk\d+)/.exec(word)?.[1] ?? []);

test('a disk whose number is taken gets the next that is free', () => {
  expect(ids(['vda', 'hda', 'sdb', 'sdd', 'xvda'], 'standalone')).toEqual([
    'virtio-disk0',
    'virtio-disk1',
    'virtio-disk2',
    'virtio-disk3',
    'virtio-disk4',
  ]);
});

test('libvirt does not think of it', () => {
  expect(ids(['vda', 'hda', 'sdd'], 'libvirt')).toEqual(['virtio-disk0', 'virtio-disk0', 'virtio-disk3']);
});
