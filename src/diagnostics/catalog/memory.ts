import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const memoryMissing = (at: Place) =>
  error('memory-missing', at, 'the guest has no memory', {
    help: 'add <memory>, or give the cells of <numa> some',
  });

/** `nearest`: amounts in MiB that fit, next to this one. */
export const memoryUnfit = (at: Place, machine: string, mib: number, nearest: readonly number[]) =>
  error('memory-unfit', at, `machine '${machine}' does not start with ${mib} MiB of memory`, {
    help: `give it ${nearest.map((size) => `${size} MiB`).join(' or ')}`,
  });

export const memoryMaximum = (at: Place, problem: string, help: string) =>
  error('memory-maximum-invalid', at, problem, { help });

export const memoryNotDiscarded = (at: Place, whose: string, help: string) =>
  warning('memory-not-discarded', at, `${whose} is not discarded`, { help });

export const memoryBackendLost = (at: Place, what: string, machine: string, release: string) =>
  warning(
    'memory-backend-lost',
    at,
    `${what} is left out: QEMU ${release} has no back end for the memory of machine '${machine}'`,
    {
      help: 'use QEMU 5.0 or later, or a machine that has NUMA cells',
    },
  );

export const memoryHotplugNeedsNuma = (at: Place) =>
  error('memory-hotplug-needs-numa', at, 'memory can be added only to a guest that has a NUMA cell', {
    help: 'add <cpu><numa><cell .../></numa></cpu>',
  });

export const numatuneInvalid = (at: Place, problem: string, help: string) =>
  error('numatune-invalid', at, problem, { help });

export const numaNodeUnavailable = (at: Place, node: number, known: readonly number[]) =>
  error('numa-node-unavailable', at, `the host has no NUMA node ${node}`, {
    help: `use one of: ${known.join(', ')}`,
  });

export const numaLinkInvalid = (at: Place, problem: string, help: string) =>
  error('numa-link-invalid', at, problem, { help });

export const numaCellInvalid = (at: Place, problem: string, help: string) =>
  error('numa-cell-invalid', at, problem, { help });
