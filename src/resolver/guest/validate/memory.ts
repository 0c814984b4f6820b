import { memoryHotplugNeedsNuma, memoryMaximum, memoryMissing } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { initialMemory } from '../memory';

/** QEMU's limit of ACPI memory devices (QEMU ACPI_MAX_RAM_SLOTS). */
const MAX_SLOTS = 256;

export function validateMemory(guest: Domain, { report }: Context): void {
  const { memory, numa, at } = guest;
  const initial = initialMemory(guest);
  if (initial === 0) report(memoryMissing(memory.at));
  if (memory.max === undefined) return;
  const place = at.of('maxMemory');
  if (numa.cells.length === 0) report(memoryHotplugNeedsNuma(place));
  if (memory.max.slots > MAX_SLOTS)
    report(memoryMaximum(at.of('maxMemory/@slots'), 'QEMU has 256 slots for memory', 'use 256 or fewer'));
  if (memory.max.size < initial)
    report(memoryMaximum(place, 'the maximum is less than the memory at the start', 'raise <maxMemory>'));
}
