import { cardAmong, cardIn, cardNames, cardSince } from '../../src/qemu/network-cards';
import { parseVersion } from '../../src/qemu/version';

test.each([
  ['7.2', 'x86_64', 'igb', false],
  ['8.0', 'x86_64', 'igb', true],
  ['7.2', 'x86_64', 'tulip', true],
  ['10.0', 'x86_64', 'sungem', false],
  ['7.2', 'ppc64', 'sungem', true],
  ['7.2', 'x86_64', 'spapr-vlan', false],
  ['7.2', 'ppc64', 'spapr-vlan', true],
  ['7.2', 's390x', 'rtl8139', false],
  ['7.2', 's390x', 'virtio-net-pci', true],
  ['10.0', 'loongarch64', 'i82801', true],
  ['10.0', 'x86_64', 'nonsense', false],
])('QEMU %s for %s and %s: %s', (version, arch, name, expected) => {
  expect(cardIn(parseVersion(version)!, arch, name)).toBe(expected);
});

test('what a card of another board came with is not said', () => {
  expect(cardSince('ppc64', 'sungem')).toBe('3.1');
  expect(cardSince('x86_64', 'sungem')).toBeUndefined();
  expect(cardNames('s390x')).not.toContain('pcnet');
});

test('a list of types has no aliases, and more than cards', () => {
  expect(cardAmong(['virtio-net-pci', 'virtio-net-device'], 'virtio-net')).toBe(true);
  expect(cardAmong(['virtio-net-pci', 'virtio-net-device'], 'virtio-net-device')).toBe(false);
});
