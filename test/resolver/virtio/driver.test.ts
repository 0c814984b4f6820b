import { PROFILES } from '../../../src/model/profile';
import { virtioDriver } from '../../../src/resolver/virtio/driver';
import { place } from '../scsi/guest';

const MMIO = { type: 'virtio-mmio', at: place('address') } as const;

test.each(['vhost-scsi', 'vhost-user-blk', 'vhost-user-gpu'])(
  '%s has no suffix on virtio-mmio, but for libvirt',
  (base) => {
    expect(virtioDriver(base, 'virtio', MMIO, PROFILES.standalone)).toBe(base);
    expect(virtioDriver(base, 'virtio', MMIO, PROFILES.libvirt)).toBe(`${base}-device`);
    expect(virtioDriver(base, 'virtio', undefined, PROFILES.standalone)).toBe(`${base}-pci`);
  },
);

test('all others have one', () => {
  for (const base of ['virtio-blk', 'vhost-user-fs', 'vhost-vsock'])
    expect(virtioDriver(base, 'virtio', MMIO, PROFILES.standalone)).toBe(`${base}-device`);
});
