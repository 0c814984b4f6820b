import type { Place } from './place';

export interface NumaCache {
  readonly at: Place;
  readonly level: number;
  readonly associativity: 'none' | 'direct' | 'full';
  readonly policy: 'none' | 'writeback' | 'writethrough';
  /** bytes */
  readonly size: number;
  /** bytes */
  readonly line: number;
}

/** `<cell>`; memory in bytes. */
export interface NumaCell {
  readonly at: Place;
  readonly id: number;
  /** Sorted; empty: a cell without processors. */
  readonly cpus: readonly number[];
  readonly memory: number;
  readonly memAccess?: 'shared' | 'private' | undefined;
  readonly discard?: boolean | undefined;
  readonly distances: readonly { readonly at: Place; readonly id: number; readonly value: number }[];
  readonly caches: readonly NumaCache[];
}

/** `<latency>` (nanoseconds) or `<bandwidth>` (bytes a second). */
export interface NumaInterconnect {
  readonly at: Place;
  readonly kind: 'latency' | 'bandwidth';
  readonly initiator: number;
  readonly target: number;
  /** 0: memory itself. */
  readonly cache: number;
  readonly access: 'access' | 'read' | 'write';
  readonly value: number;
}

/** `<cpu><numa>`. */
export interface Numa {
  readonly cells: readonly NumaCell[];
  readonly interconnects: readonly NumaInterconnect[];
}

export const NUMATUNE_MODES = ['strict', 'preferred', 'interleave', 'restrictive'] as const;
export type NumatuneMode = (typeof NUMATUNE_MODES)[number];

/** `<numatune>`: from which nodes of the host the memory comes. */
export interface Numatune {
  readonly at: Place;
  readonly memory?:
    | {
        readonly at: Place;
        readonly mode?: NumatuneMode | undefined;
        readonly placement?: 'static' | 'auto' | undefined;
        readonly nodeset?: readonly number[] | undefined;
      }
    | undefined;
  readonly memnodes: readonly {
    readonly at: Place;
    readonly cellid: number;
    readonly mode?: NumatuneMode | undefined;
    readonly nodeset: readonly number[];
  }[];
}

/** Whether the guest is told how far its memory is (ACPI's HMAT). */
export function hasHmat({ cells, interconnects }: Numa): boolean {
  return interconnects.length > 0 || cells.some(({ caches }) => caches.length > 0);
}

/** How far a cell's own memory is, and that of others where nothing is said (ACPI SLIT, QEMU include/sysemu/numa.h). */
export const LOCAL = 10;
export const REMOTE = 20;
