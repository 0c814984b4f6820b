import type { Domain } from '../../model/domain';
import type { MemoryDevice, MemoryModel } from '../../model/memory-device';
import type { Capability } from '../../qemu/capabilities';
import type { Context } from '../context';
import { isArmVirt } from '../guest/board-features';
import { machineFamily } from '../machine/family';
import { requires } from '../requires';
import { validateModule } from './modules';
import { checkOverlap } from './overlap';
import { checkRange } from './range';
import { moduleSize } from './size';
import { refuse } from './refuse';
import { reportUnused } from './unused';
import { validateVirtioMem, validateVirtioPmem } from './virtio';

/** What libvirt refuses (src/conf/domain_validate.c, src/qemu/qemu_validate.c, src/qemu/qemu_domain.c). */
export function validateMemoryDevice(device: MemoryDevice, guest: Domain, context: Context): void {
  const { model, target } = device;
  requires(context, capabilityOf(device), device.at.of('@model'), `memory of model '${model}'`);
  reportUnused(device, guest, context);
  validateNode(device, guest, context);
  if (moduleSize(device, guest.os.arch ?? context.qemu.arch) === 0)
    refuse(context, target.at.of('size'), 'there is nothing of it for the guest', 'raise its size');
  if (model === 'dimm' || model === 'nvdimm') {
    validateModule(device, guest, context);
    validatePlugging(device, guest, context);
  }
  if (model === 'virtio-pmem') validateVirtioPmem(device, context);
  if (model === 'virtio-mem') validateVirtioMem(device, context);
  checkOverlap(device, guest, context);
  checkRange(device, guest, context);
}

/** Modules are plugged in by ACPI (QEMU hw/i386/pc.c, hw/arm/virt.c: on ARM a firmware has to show it); libvirt leaves it to QEMU. */
function validatePlugging({ at, model }: MemoryDevice, guest: Domain, context: Context): void {
  const { features, os } = guest;
  const family = machineFamily(guest, context);
  if (!context.profile.checksForQemu || !['i440fx', 'q35', 'virt'].includes(family)) return;
  const place = at.of('@model');
  if (!features.acpi)
    refuse(context, place, `a module of model '${model}' needs ACPI`, 'add <acpi/> to <features>');
  else if (isArmVirt(guest, context) && os.loader === undefined)
    refuse(context, place, 'without a firmware this board has no ACPI', "use <os firmware='efi'>");
}

const CAPABILITIES: Readonly<Record<MemoryModel, Capability>> = {
  dimm: 'pc-dimm',
  nvdimm: 'nvdimm',
  'virtio-pmem': 'virtio-pmem-pci',
  'virtio-mem': 'virtio-mem-pci',
  'sgx-epc': 'sgx-epc',
};

function capabilityOf({ model, address }: MemoryDevice): Capability {
  return model === 'virtio-mem' && address?.type === 'ccw' ? 'virtio-mem-ccw' : CAPABILITIES[model];
}

/** Memory of a cell, where there are any. */
const OF_CELLS: readonly MemoryModel[] = ['dimm', 'nvdimm', 'virtio-mem'];

function validateNode({ model, target }: MemoryDevice, { numa }: Domain, context: Context): void {
  const { at, node } = target;
  const count = numa.cells.length;
  // QEMU qapi/machine.json SgxEPC; libvirt leaves it out
  const enclave = model === 'sgx-epc' && count > 1 && context.profile.checksForQemu;
  if (node === undefined && (enclave || (count > 0 && OF_CELLS.includes(model))))
    refuse(context, at, 'it is not said to which NUMA cell this memory belongs', 'add <node>');
  if (node !== undefined && node >= count)
    refuse(context, at.of('node'), `the guest has no NUMA cell ${node}`, 'add the cell, or use another node');
}
