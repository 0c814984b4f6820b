import {
  featureInvalid,
  memoryBackendLost,
  memoryDeviceInvalid,
  memoryHotplugNeedsNuma,
  memoryMaximum,
  memoryMaximumMissing,
  memoryMissing,
  memorySlot,
} from '../../../diagnostics/catalog';
import { devicesOf } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { MemoryDevice } from '../../../model/memory-device';
import { formatRelease } from '../../../qemu/releases';
import type { Context } from '../../context';
import { machineOf } from '../../machine/type';
import { moduleSize, takesSlot } from '../../memory-device/size';
import { aligned, asksForBackend, hasRamBackend, initialMemory } from '../memory';

/** QEMU's limit of ACPI memory devices (QEMU ACPI_MAX_RAM_SLOTS). */
const MAX_SLOTS = 256;
/** libvirt counts memory in KiB, as many as fit a long long in bytes (virMemoryMaxValue). */
const MOST = (2 ** 53 - 1) * 1024;

export function validateMemory(guest: Domain, context: Context): void {
  const { memory } = guest;
  const devices = devicesOf(guest, 'memory');
  const initial = initialMemory(guest, context);
  if (initial <= 0 && !(memory.sizeRefused && guest.numa.cells.length === 0))
    context.report(memoryMissing(memory.at));
  validateSizes(guest, initial, context);
  if (memory.hasMinGuarantee && context.profile.checksForLibvirt)
    context.report(
      featureInvalid(
        guest.at.of('memtune/min_guarantee'),
        'QEMU guarantees no guest its memory',
        'remove <min_guarantee>, or use <memoryBacking> with <locked/>',
      ),
    );
  if (asksForBackend(guest, context) && !hasRamBackend(guest, context)) reportLost(guest, context);
  if (memory.max !== undefined) validateMaximum(guest, memory.max, { initial, devices }, context);
  else for (const device of devices) context.report(memoryMaximumMissing(device.at));
}

/** Pages and files are named without a back end as well (-mem-path). */
function reportLost(guest: Domain, context: Context): void {
  const { memory, numatune, at } = guest;
  const lost = [
    ...(memory.backing?.access === 'shared'
      ? [['memoryBacking/access', "<access mode='shared'/>"] as const]
      : []),
    ...(numatune?.memory?.nodeset === undefined ? [] : [['numatune/memory', '<numatune>'] as const]),
  ];
  const release = formatRelease(context.qemu.version);
  for (const [path, what] of lost)
    context.report(memoryBackendLost(at.of(path), what, machineOf(guest, context), release));
}

function validateSizes({ memory, numa, at }: Domain, initial: number, { report }: Context): void {
  for (const cell of numa.cells)
    if (cell.memory >= MOST)
      report(memoryMaximum(cell.at.of('@memory'), 'a cell has less than 8 EiB of memory', 'lower it'));
  if (initial >= MOST) report(memoryMaximum(memory.at, 'a guest has less than 8 EiB of memory', 'lower it'));
  if ((memory.max?.size ?? 0) >= MOST)
    report(memoryMaximum(at.of('maxMemory'), 'a guest has less than 8 EiB of memory', 'lower it'));
}

/** QEMU gets whole blocks of it; libvirt counts what is written. */
function sizeOf(device: MemoryDevice, { profile, qemu }: Context): number {
  return profile.libvirtDefaults ? device.target.size : moduleSize(device, qemu.arch);
}

interface Use {
  readonly initial: number;
  readonly devices: readonly MemoryDevice[];
}

function validateMaximum(
  guest: Domain,
  max: NonNullable<Domain['memory']['max']>,
  { initial, devices }: Use,
  context: Context,
): void {
  const { at, numa, memory, os } = guest;
  const { report } = context;
  const place = at.of('maxMemory');
  const pseries = (os.arch ?? context.qemu.arch).startsWith('ppc64');
  if (numa.cells.length === 0 && !pseries) report(memoryHotplugNeedsNuma(place));
  if (max.slots > MAX_SLOTS)
    report(memoryMaximum(at.of('maxMemory/@slots'), 'QEMU has 256 slots for memory', 'use 256 or fewer'));
  const added = devices.reduce((sum, device) => sum + sizeOf(device, context), 0);
  const total = numa.cells.length === 0 ? (memory.size ?? 0) : Math.max(memory.size ?? 0, initial + added);
  const most = context.profile.libvirtDefaults ? max.size : aligned(max.size, guest, context);
  if (most < total)
    report(memoryMaximum(place, 'the maximum is less than the memory of the guest', 'raise <maxMemory>'));
  if (numa.cells.length === 0 && added > (memory.size ?? 0))
    report(
      memoryDeviceInvalid(memory.at, 'the memory devices are more than the guest has', 'raise <memory>'),
    );
  const modules = devices.filter(takesSlot);
  if (modules.length > max.slots)
    report(
      memorySlot(
        at.of('maxMemory/@slots'),
        `there are ${modules.length} modules for ${max.slots} slots`,
        "raise 'slots' of <maxMemory>",
      ),
    );
}
