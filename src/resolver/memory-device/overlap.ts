import { memoryDeviceOverlap, memorySlot } from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { MemoryDevice } from '../../model/memory-device';
import type { Context } from '../context';

/** No two devices at one place (libvirt virDomainMemoryDefCheckConflict); of many, each is told of the first. */
export function checkOverlap(device: MemoryDevice, guest: Domain, { report }: Context): void {
  const others = devicesOf(guest, 'memory');
  const slot = slotOf(device);
  const before = others.slice(0, others.indexOf(device));
  const hasSlot = (other: MemoryDevice) => slot !== undefined && slotOf(other) === slot;
  // said once, at the second of the two
  if (device.address !== undefined && before.some(hasSlot))
    report(memorySlot(device.address.at.of('@slot'), `slot ${slot} is taken already`, 'use another slot'));
  const start = baseOf(device);
  if (start === undefined) return;
  const reached = others.find((other) => {
    const otherStart = baseOf(other) ?? -1;
    return other !== device && !hasSlot(other) && start <= otherStart && otherStart < end(device, start);
  });
  if (reached !== undefined) report(memoryDeviceOverlap(device.at, start, end(device, start), reached.at));
}

function slotOf({ address }: MemoryDevice): number | undefined {
  return address?.type === 'dimm' ? address.slot : undefined;
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
