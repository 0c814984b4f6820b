import type { ScsiDevice } from '../../../src/host/facts';
import { isMedia } from '../../../src/resolver/scsi/host';

const device = (type: number): ScsiDevice => ({
  hctl: { host: 0, channel: 0, target: 0, lun: '0' },
  type,
  vendor: 'A',
  model: 'B',
  revision: '1',
});

// Linux drivers/scsi/sd.c sd_probe and sr.c sr_probe
test('sd drives disks, optical memories, simplified disks and zoned disks; sr CD/DVD and WORM drives', () => {
  const types = Array.from({ length: 32 }, (_, type) => type);
  expect(types.filter((type) => isMedia(device(type)))).toEqual([0, 4, 5, 7, 14, 20]);
});
