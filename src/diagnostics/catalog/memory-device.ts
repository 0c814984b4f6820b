import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const memoryDeviceInvalid = (at: Place, problem: string, help: string) =>
  error('memory-device-invalid', at, problem, { help });

export const memoryMaximumMissing = (at: Place) =>
  error(
    'memory-maximum-missing',
    at,
    'the guest has memory devices and no limit up to which memory can grow',
    {
      help: "add <maxMemory slots='16' unit='GiB'>...</maxMemory> above <memory>",
    },
  );

export const memorySlot = (at: Place, problem: string, help: string) =>
  error('memory-slot-invalid', at, problem, { help });

const hex = (address: number) => `0x${address.toString(16)}`;

export const memoryDeviceOverlap = (at: Place, start: number, end: number, other: Place) =>
  error(
    'memory-device-overlap',
    at,
    `the memory from ${hex(start)} up to ${hex(end)} reaches into that of another device`,
    {
      notes: [{ message: 'the other one is here', at: other }],
      help: 'give one of the two another base, or none',
    },
  );

export const memoryDeviceUnused = (at: Place, what: string, model: string) =>
  warning('memory-device-unused', at, `memory of model '${model}' has no use for ${what}`, {
    help: 'remove it, or choose another model',
  });

export const hugePageMissing = (at: Place, kib: number | undefined) =>
  error(
    'hugepage-missing',
    at,
    kib === undefined
      ? 'the host has no huge pages mounted'
      : `the host has no huge pages of ${kib} KiB mounted`,
    { help: 'mount hugetlbfs with that page size, or use a size that is mounted' },
  );

export const hugePagesInvalid = (at: Place, problem: string, help: string) =>
  error('hugepages-invalid', at, problem, { help });
