import type { MemoryDevice, MemoryModel } from '../../model/memory-device';

const PREFIXES: Readonly<Record<MemoryModel, string>> = {
  dimm: 'dimm',
  nvdimm: 'nvdimm',
  'virtio-pmem': 'virtiopmem',
  'virtio-mem': 'virtiomem',
  'sgx-epc': 'epc',
};

/** Modules are numbered by their slots, the others as they come (libvirt qemuAssignDeviceMemoryAlias). */
export function memoryAlias(device: MemoryDevice, count: (prefix: string) => number): string {
  const { model, address, alias } = device;
  const prefix = PREFIXES[model];
  if (address?.type === 'dimm') return `${prefix}${address.slot}`;
  return alias?.startsWith('ua-') === true ? '' : `${prefix}${count(prefix)}`;
}
