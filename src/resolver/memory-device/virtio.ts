import type { MemoryDevice } from '../../model/memory-device';
import { isPowerOfTwo } from '../../model/number';
import type { Context } from '../context';
import { requires } from '../requires';
import { refuse } from './refuse';

const KIB = 1024;
const USUAL_PAGE = 4096;
/** Of x86 and of others with pages of 4 KiB; what is behind a block is then one page of the host at best. */
const TRANSPARENT_HUGE_PAGE = 2048 * KIB;

export function validateVirtioPmem(device: MemoryDevice, context: Context): void {
  const { at, access, discard, source, target } = device;
  if (source.path === undefined) refuse(context, at, 'persistent memory needs a file', 'add <source><path>');
  if (discard === true) refuse(context, at.of('@discard'), 'it keeps what it holds', 'remove discard');
  if (access === 'private')
    refuse(context, at.of('@access'), 'what the guest writes would be lost', "use access='shared'");
  if (target.node !== undefined)
    refuse(
      context,
      target.at.of('node'),
      'persistent memory on PCI belongs to no NUMA cell',
      'remove <node>',
    );
  if ((target.base ?? 0) % (context.host.pageSize ?? USUAL_PAGE) !== 0)
    refuse(context, target.at.of('address/@base'), 'the base is not at the start of a page', 'round it');
}

export function validateVirtioMem(device: MemoryDevice, context: Context): void {
  const { target } = device;
  const { at, size, block = 0, requested = 0, base = 0 } = target;
  if (requested > size)
    refuse(
      context,
      at.of('requested'),
      'more is requested than there is',
      'lower <requested>, or raise <size>',
    );
  if (!isPowerOfTwo(block))
    refuse(context, at.of('block'), 'the block size is no power of two', "use <block unit='MiB'>2</block>");
  else if (block < TRANSPARENT_HUGE_PAGE)
    refuse(context, at.of('block'), 'a block is 2 MiB at least', "use <block unit='MiB'>2</block>");
  else validateMultiples(device, { block, requested, base }, context);
  if (target.dynamicMemslots === true)
    requires(context, 'virtio-mem-pci.dynamic-memslots', at.of('@dynamicMemslots'), "'dynamicMemslots'");
}

function validateMultiples(
  { target: { at } }: MemoryDevice,
  { block, requested, base }: { block: number; requested: number; base: number },
  context: Context,
): void {
  if (requested % block !== 0)
    refuse(context, at.of('requested'), 'what is requested is not a whole number of blocks', 'round it');
  if (base % block !== 0)
    refuse(context, at.of('address/@base'), 'the base is not at the start of a block', 'round it');
}
