import type { Domain } from '../../model/domain';
import type { MemoryDevice } from '../../model/memory-device';
import { MIB } from '../../model/number';

import type { Context } from '../context';

const PPC_BLOCK = 256 * MIB;

/** A module as QEMU gets it (libvirt qemuDomainAlignMemorySizes); 0 for one that is less than pSeries can have. */
export function moduleSize({ model, target: { size, label = 0 } }: MemoryDevice, arch: string): number {
  if (!arch.startsWith('ppc64')) return Math.ceil(size / (2 * MIB)) * 2 * MIB;
  if (model !== 'nvdimm') return Math.ceil(size / PPC_BLOCK) * PPC_BLOCK;
  const blocks = Math.floor((size - label) / PPC_BLOCK);
  return blocks <= 0 ? 0 : blocks * PPC_BLOCK + label;
}

export function isPseries({ os }: Domain, { qemu }: Pick<Context, 'qemu'>): boolean {
  return (os.arch ?? qemu.arch).startsWith('ppc64');
}

/** Whether it takes one of the slots of `<maxMemory>`; the others are on PCI, or in the processor. */
export function takesSlot({ model }: MemoryDevice): boolean {
  return model === 'dimm' || model === 'nvdimm';
}
