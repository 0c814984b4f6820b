import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { MemoryDevice } from '../../model/memory-device';
import { MIB } from '../../model/number';
import { hardwareOf } from '../../qemu/machines';
import type { Context } from '../context';
import { isArmVirt } from '../guest/board-features';
import { aligned, initialMemory } from '../guest/memory';
import { machineFamily } from '../machine/family';
import { machineOf } from '../machine/type';
import { baseOf } from './overlap';
import { refuse } from './refuse';
import { moduleSize } from './size';

const GIB = 1024 ** 3;

/** RAM below the hole for devices, and the least that makes it less (QEMU hw/i386/pc_piix.c, pc_q35.c). */
const LOW = {
  i440fx: { most: 0xe000_0000, split: 0xc000_0000 },
  q35: { most: 0xb000_0000, split: 0x8000_0000 },
} as const;

/** Guests on AMD have a hole below 1 TiB, behind which their memory may move (QEMU hw/i386/pc.c). */
const BELOW_AMD_HOLE = 0xfd_0000_0000;

/** Where the board has its room for memory devices: the first byte, and the first behind it. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A base outside of what the board keeps for memory devices: QEMU refuses it (hw/mem/memory-device.c), libvirt does not look. */
export function checkRange(device: MemoryDevice, guest: Domain, context: Context): void {
  const base = baseOf(device);
  const range = base === undefined ? undefined : rangeOf(guest, context);
  if (base === undefined || range === undefined || !context.profile.checksForQemu) return;
  const place = device.address?.type === 'dimm' ? device.address.at : device.target.at.of('address');
  const end = base + moduleSize(device, guest.os.arch ?? context.qemu.arch);
  if (base < range.start || end > range.end)
    refuse(
      context,
      place.of('@base'),
      `the board has memory devices from ${hex(range.start)} up to ${hex(range.end)} alone`,
      'use a base there, or none',
    );
}

function rangeOf(guest: Domain, context: Context): Range | undefined {
  const { max } = guest.memory;
  if (max === undefined || devicesOf(guest, 'memory').some(({ model }) => model === 'sgx-epc'))
    return undefined;
  const initial = Math.floor(initialMemory(guest, context) / MIB) * MIB;
  const start = startOf(initial, guest, context);
  if (start === undefined) return undefined;
  // a slot has room to be moved to a whole GiB
  const end = start + aligned(max.size, guest, context) - initial + max.slots * GIB;
  return end >= BELOW_AMD_HOLE ? undefined : { start, end };
}

/** After all RAM (QEMU hw/i386/pc.c pc_get_device_memory_range, hw/arm/virt.c virt_set_memmap). */
function startOf(initial: number, guest: Domain, context: Context): number | undefined {
  if (isArmVirt(guest, context)) return wholeGib(GIB + initial);
  const family = machineFamily(guest, context);
  if (family !== 'i440fx' && family !== 'q35') return undefined;
  const [major = 0, minor = 0] = hardwareOf(machineOf(guest, context)) ?? [9];
  if (major < 2 || (major === 2 && minor < 2)) return undefined;
  const { most, split } = LOW[family];
  return wholeGib(4 * GIB + initial - Math.min(initial, initial >= most ? split : most));
}

const wholeGib = (size: number) => Math.ceil(size / GIB) * GIB;
const hex = (address: number) => `0x${address.toString(16)}`;
