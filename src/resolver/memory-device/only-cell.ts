import { devicesOf, type Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import { NUMBERS } from '../../model/number-set';
import type { NumaCell } from '../../model/numa';
import type { Context } from '../context';
import { backendOfCell } from '../guest/memory';
import { isNewGuest } from '../new-guest';

/**
 * QEMU adds memory to NUMA cells only: a new guest that can grow and has none gets one with all it starts with
 * (libvirt qemuDomainDefNumaAutoAdd). So does one whose memory is a file's, or a node's of the host, and whose QEMU has
 * back ends for cells alone.
 */
export function onlyCell(guest: Domain, context: Context): Domain {
  const { memory, numa, numatune } = guest;
  if (numa.cells.length > 0 || !isNewGuest(context)) return guest;
  if (memory.max === undefined && !backendOfCell(guest, context)) return guest;
  // libvirt has looked for the cells that these name before
  if (context.profile.checksForLibvirt && (numatune?.memnodes.length ?? 0) > 0) return guest;
  const added = devicesOf(guest, 'memory').reduce((sum, { target }) => sum + target.size, 0);
  const left = (memory.size ?? 0) - added;
  if (left <= 0) return guest;
  return {
    ...guest,
    numa: { ...numa, cells: [cellOf(guest, left)] },
    devices: added === 0 ? guest.devices : guest.devices.map(inCell),
  };
}

function cellOf({ memory: { at }, vcpu }: Domain, memory: number): NumaCell {
  const cpus = Array.from({ length: Math.min(vcpu.max, NUMBERS) }, (_, cpu) => cpu);
  return { at, id: 0, cpus, memory, distances: [], caches: [] };
}

function inCell(device: Device): Device {
  const inNone = device.kind !== 'memory' || ['virtio-pmem', 'sgx-epc'].includes(device.model);
  if (inNone || device.target.node !== undefined) return device;
  return { ...device, target: { ...device.target, node: 0 } };
}
