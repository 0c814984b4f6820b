import type { ScsiDevice } from '../../src/host/facts';

/** A disk of a host's facts, at 0:0:0:0, or whatever is given in its place. */
export const scsiDevice = (given: Partial<ScsiDevice> = {}): ScsiDevice => ({
  hctl: { host: 0, channel: 0, target: 0, lun: '0' },
  type: 0,
  vendor: 'ACME',
  model: 'Disk',
  revision: '1',
  ...given,
});
