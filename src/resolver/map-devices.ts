import type { Device } from '../model/device';
import type { Domain } from '../model/domain';
import { withDevices } from '../model/with-devices';

/**
 * The guest with each device as `change` gives it back. Where nothing changes it is the very same guest: most passes
 * have nothing to do for most guests, and the lists of its devices by kind stay known.
 */
export function mapDevices(guest: Domain, change: (device: Device) => Device): Domain {
  const { devices } = guest;
  let changed: Device[] | undefined;
  devices.forEach((device, index) => {
    const next = change(device);
    if (next !== device) (changed ??= [...devices])[index] = next;
  });
  return changed === undefined ? guest : withDevices(guest, changed);
}
