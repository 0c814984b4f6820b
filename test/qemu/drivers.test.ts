import { capabilityOf, isAmong } from '../../src/qemu/drivers';
import { EVIDENCE } from '../../src/qemu/probe/evidence';

test.each([
  ['device', 'i82801b11-bridge', 'dmi-to-pci-bridge'],
  ['device', 'x3130-upstream', 'x3130-upstream'],
  ['device', 'lsi', 'lsi'],
  ['device', 'no-such-device', undefined],
  ['object', 'rng-random', 'rng-random'],
  ['netdev', 'vhost-vdpa', 'netdev.vhost-vdpa'],
  ['netdev', 'pipe', undefined],
] as const)('-%s %s is what the capability %s stands for', (option, name, capability) => {
  expect(capabilityOf(option, name)).toBe(capability);
});

test('a type by which a QEMU shows a capability of another name leads back to it', () => {
  const names =
    'ccid-card-emulated ccid-card-passthru i82801b11-bridge lsi53c895a virtio-gpu-pci virtio-input-host-pci virtio-keyboard-pci virtio-mouse-pci virtio-rng-pci virtio-sound-pci virtio-tablet-pci'.split(
      ' ',
    );
  for (const name of names) {
    const capability = capabilityOf('device', name)!;
    expect(EVIDENCE[capability]).toMatchObject({ kind: 'type', type: name });
  }
});

test.each([
  ['lsi', 'lsi53c895a'],
  ['ahci', 'ich9-ahci'],
  ['virtio-iommu', 'virtio-iommu-pci'],
])('%s stands for the type %s, and is there where that is', (name, type) => {
  expect(isAmong([type], name)).toBe(true);
  expect(isAmong(['megasas'], 'lsi')).toBe(false);
});
