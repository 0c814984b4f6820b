import { devicesOf, type Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { MemoryDevice } from '../../model/memory-device';
import { takesSlot } from './size';
import { mapDevices } from '../map-devices';

/** Gives every module that has none a slot, after those that the XML gives (libvirt qemuDomainAssignMemorySlots). */
export function memorySlots(guest: Domain): Domain {
  const devices = devicesOf(guest, 'memory');
  if (devices.length === 0) return guest;
  const taken = new Set(devices.flatMap(({ address }) => (address?.type === 'dimm' ? [address.slot] : [])));
  let next = 0;
  const placed = (device: MemoryDevice): MemoryDevice => {
    if (!takesSlot(device) || device.address !== undefined) return device;
    while (taken.has(next)) next += 1;
    taken.add(next);
    return { ...device, address: { type: 'dimm', at: device.at, slot: next } };
  };
  const withSlot = (device: Device) => (device.kind === 'memory' ? placed(device) : device);
  return mapDevices(guest, withSlot);
}
