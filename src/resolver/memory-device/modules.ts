import { memorySlot } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { MemoryDevice } from '../../model/memory-device';
import type { Context } from '../context';
import { requires } from '../requires';
import { refuse } from './refuse';
import { isPseries } from './size';

/** MIN_NAMESPACE_LABEL_SIZE of QEMU (hw/mem/nvdimm.c). */
const SMALLEST_LABEL = 128 * 1024;

/** What sits in a slot of the board. */
export function validateModule(device: MemoryDevice, guest: Domain, context: Context): void {
  const { address } = device;
  if (address !== undefined && address.type !== 'dimm')
    refuse(context, address.at.of('@type'), 'memory modules sit in slots', "<address type='dimm' slot='0'/>");
  const slots = guest.memory.max?.slots ?? 0;
  if (address?.type === 'dimm' && guest.memory.max !== undefined && address.slot >= slots)
    context.report(
      memorySlot(
        address.at.of('@slot'),
        `the guest has no slot ${address.slot}`,
        "raise 'slots' of <maxMemory>",
      ),
    );
  if (device.model === 'nvdimm') validateNvdimm(device, guest, context);
}

function validateNvdimm(device: MemoryDevice, guest: Domain, context: Context): void {
  const { at, discard, source, target } = device;
  if (source.path === undefined) refuse(context, at, 'an NVDIMM needs a file', 'add <source><path>');
  if (discard === true) refuse(context, at.of('@discard'), 'an NVDIMM keeps what it holds', 'remove discard');
  if (target.readonly) requires(context, 'nvdimm.unarmed', target.at.of('readonly'), '<readonly>');
  if (source.pmem) requires(context, 'memory-backend-file.pmem', at.of('source/pmem'), '<pmem>');
  if (target.label !== undefined && target.label < SMALLEST_LABEL)
    refuse(context, target.at.of('label'), 'the label of an NVDIMM takes 128 KiB at least', 'give it more');
  if (!isPseries(guest, context)) return;
  if (target.label === undefined)
    refuse(context, target.at, 'an NVDIMM of a pSeries guest needs a label', 'add <label><size>');
  if (device.uuid === undefined && !context.profile.libvirtDefaults)
    refuse(context, at, 'a pSeries guest tells its NVDIMMs by UUID', 'add <uuid>, as uuidgen prints one');
}
