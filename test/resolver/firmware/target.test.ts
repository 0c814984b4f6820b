import { isTarget } from '../../../src/resolver/firmware/target';
import { qemuOf } from '../../../src/qemu/qemu';
import { parseVersion } from '../../../src/qemu/version';
import { firmware, guestWith } from './choice';

test.each<[machine: string | undefined, arch: string, of: string, pattern: string, fits: boolean]>([
  ['pc-q35-4.0', 'x86_64', 'x86_64', 'pc-q35-*', true],
  ['pc-q35-4.0', 'x86_64', 'aarch64', 'pc-q35-*', false],
  ['pc-i440fx-4.0', 'x86_64', 'x86_64', 'pc-q35-*', false],
  ['q35', 'x86_64', 'x86_64', 'pc-q35-*', true],
  ['q35', 'x86_64', 'x86_64', 'pc-q35-8.?', true],
  ['q35', 'x86_64', 'x86_64', 'pc-q35-9.*', false],
  [undefined, 'x86_64', 'x86_64', 'pc-i440fx-*', true],
  ['pc', 'i686', 'i386', 'pc-i440fx-*', true],
  ['virt', 'aarch64', 'aarch64', 'virt-*', true],
  ['virt', 'riscv64', 'riscv64', 'virt', true],
  ['virt', 'riscv64', 'riscv64', 'virt-*', false],
  ['pc-q35-4x0', 'x86_64', 'x86_64', 'pc-q35-4.0', false],
])('%s of %s by %s %s: %s', (machine, arch, of, pattern, fits) => {
  const version = parseVersion('8.2.0');
  const facts = firmware({ targets: [{ arch: of, machines: ['none-such', pattern] }] });
  if (version === undefined) throw new Error('no version');
  const qemu = qemuOf({ version, arch: arch === 'i686' ? 'i386' : arch });
  expect(isTarget(facts, guestWith({ machine, arch }), { qemu })).toBe(fits);
});

test("a guest that names no architecture has QEMU's own", () => {
  const qemu = qemuOf({ version: { major: 8, minor: 2, micro: 0 }, arch: 'x86_64' });
  expect(isTarget(firmware(), guestWith({ machine: 'q35' }), { qemu })).toBe(true);
});
