import type { PlannedVsock } from '../model/plan/vsock';
import { device as deviceArg, type Arg } from './args';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

export function emitVsock({ device, driver, legacy, id, slot, guestCid, vhostfd }: PlannedVsock): Arg[] {
  return [
    deviceArg({
      driver,
      ...virtioProperties(device.virtio, legacy),
      id,
      'guest-cid': guestCid,
      vhostfd,
      ...slotProperties(slot),
    }),
  ];
}
