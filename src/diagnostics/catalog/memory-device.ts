import type { Place } from '../../model/place';
import { error, note, warning } from '../diagnostic';

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

export const hugePagesUnverified = (at: Place, kib: number, mount: string) =>
  note(
    'hugepages-unverified',
    at,
    `where the host has pages of ${kib} KiB is not known: ${mount} was taken, which has the usual size`,
    {
      help: "run 'domxml2qemu host --output json' on that host and pass the file with --host FILE",
    },
  );

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
