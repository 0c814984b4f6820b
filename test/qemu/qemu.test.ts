import { qemuOf } from '../../src/qemu/qemu';

const on = (arch: string, major: number, minor = 0) => qemuOf({ version: { major, minor, micro: 0 }, arch });

test('an architecture may have got something in a later release than the others', () => {
  expect(on('x86_64', 5, 1).has('virtio-mem-pci')).toBe(true);
  expect(on('s390x', 9, 2).has('virtio-mem-pci')).toBe(false);
  expect(on('s390x', 10).has('virtio-mem-pci')).toBe(true);
  expect(on('riscv64', 10).has('virtio-mem-pci')).toBe(false);
});
