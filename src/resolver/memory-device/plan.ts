import type { Domain } from '../../model/domain';
import type { MemoryDevice } from '../../model/memory-device';
import type { PlannedMemoryDevice } from '../../model/plan/memory-device';
import type { Context } from '../context';
import { allCells, arrives } from '../guest/memory';
import { hugePageOf } from '../guest/hugepages';
import { memoryBackendOf, preallocates } from '../guest/memory-backend';
import { slotOf } from '../address/slot';
import { baseOf } from './overlap';
import { isPseries, moduleSize } from './size';

export function planMemoryDevice(device: MemoryDevice, guest: Domain, context: Context): PlannedMemoryDevice {
  const id = device.alias ?? '';
  const cell = device.target.node;
  const takenWithAll = allCells(guest, context).preallocAll;
  const size = arrives(context) ? device.target.size : moduleSize(device, guest.os.arch ?? context.qemu.arch);
  if (device.source.path !== undefined)
    context.resource({
      path: device.source.path,
      access: device.target.readonly ? 'read' : 'read-write',
      shared: device.access === 'shared',
      usedBy: id,
    });
  return {
    kind: 'memory',
    device,
    id,
    slot: slotOf(device, guest, context),
    backend: memoryBackendOf(guest, { id: `mem${id}`, size, cell, device, takenWithAll }, context),
    front: frontOf(device, guest, context),
  };
}

function frontOf(device: MemoryDevice, guest: Domain, context: Context): PlannedMemoryDevice['front'] {
  const { model, target } = device;
  const { node } = target;
  switch (model) {
    case 'dimm':
      return { driver: 'pc-dimm', node };
    case 'nvdimm': {
      const unarmed = target.readonly ? true : undefined;
      return {
        driver: 'nvdimm',
        node,
        labelSize: target.label,
        uuid: uuidOf(device, guest, context),
        unarmed,
      };
    }
    case 'virtio-pmem':
      return { driver: driverOf(device), memaddr: baseOf(device) };
    case 'virtio-mem':
      return virtioMem(device, guest, context);
    case 'sgx-epc':
      return undefined;
  }
}

/** Only pSeries tells persistent memory by it; the placeholder is libvirt's for a random source that counts. */
function uuidOf({ uuid }: MemoryDevice, guest: Domain, context: Context): string | undefined {
  return isPseries(guest, context) ? (uuid ?? '00010203-0405-4607-8809-0a0b0c0d0e0f') : undefined;
}

function virtioMem(device: MemoryDevice, guest: Domain, context: Context): PlannedMemoryDevice['front'] {
  const { block, requested, node, dynamicMemslots } = device.target;
  const request = { id: '', size: 0, cell: node, device };
  const taken = preallocates(guest, request, hugePageOf(guest, request, context));
  return {
    driver: driverOf(device),
    node,
    blockSize: block,
    // nothing is what QEMU plugs in unasked
    requestedSize: requested === 0 ? undefined : requested,
    prealloc: taken && context.qemu.has('virtio-mem-pci.prealloc') ? true : undefined,
    memaddr: baseOf(device),
    dynamicMemslots,
  };
}

function driverOf({ model, address }: MemoryDevice): string {
  return `${model}-${address?.type === 'ccw' ? 'ccw' : 'pci'}`;
}
