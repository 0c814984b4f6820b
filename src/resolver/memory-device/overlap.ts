import { memoryDeviceOverlap, memorySlot } from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { MemoryDevice } from '../../model/memory-device';
import type { Context } from '../context';

/** No two devices at one place (libvirt virDomainMemoryDefCheckConflict). */
export function checkOverlap(device: MemoryDevice, guest: Domain, { report }: Context): void {
  const { address } = device;
  const start = baseOf(device);
  for (const other of devicesOf(guest, 'memory')) {
    if (other === device) continue;
    if (address?.type === 'dimm' && other.address?.type === 'dimm' && other.address.slot === address.slot) {
      // said once, at the second of the two
      if (guest.devices.indexOf(other) < guest.devices.indexOf(device))
        report(
          memorySlot(address.at.of('@slot'), `slot ${address.slot} is taken already`, 'use another slot'),
        );
      continue;
    }
    const otherStart = baseOf(other);
    if (
      start !== undefined &&
      otherStart !== undefined &&
      start <= otherStart &&
      end(device, start) > otherStart
    )
      report(memoryDeviceOverlap(device.at, start, end(device, start), other.at));
  }
}

/** Where the guest finds it; 0 is no wish. */
export function baseOf({ address, target }: MemoryDevice): number | undefined {
  const base = address?.type === 'dimm' ? address.base : target.base;
  return base === 0 ? undefined : base;
}

/** A label is at the end of the file and not the guest's memory. */
function end({ model, source: { align }, target: { size, label } }: MemoryDevice, start: number): number {
  if (model !== 'nvdimm' || label === undefined) return start + size;
  const seen = size - label;
  return start + (align === undefined || align === 0 ? seen : Math.floor(seen / align) * align);
}
