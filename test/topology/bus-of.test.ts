import { busOfDriver } from '../../src/topology/bus-of';

test('devices of virtio-mmio, with and without a suffix', () => {
  for (const driver of [
    'virtio-blk-device',
    'vhost-vsock-device',
    'vhost-scsi',
    'vhost-user-blk',
    'vhost-user-gpu',
  ])
    expect(busOfDriver(driver)).toBe('virtio-mmio');
  expect(busOfDriver('vhost-scsi-ccw')).toBe('ccw');
});
