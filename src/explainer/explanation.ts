import type { Decision } from '../model/decision';
import type { DeviceKind } from '../model/device';
import type { Place } from '../model/place';
import type { Part } from '../model/plan/part';

/** What a group is about, roughly: reports color by it. */
export const FAMILIES = ['system', 'storage', 'network', 'display', 'input', 'host', 'bus', 'other'] as const;
export type Family = (typeof FAMILIES)[number];

/** Where something comes from. Every argument has one. */
export interface Origin {
  /** The element or attribute, or the one that called for it. */
  readonly at: Place;
  /** Why it is there although the XML does not say so; absent: the XML says so. */
  readonly implied?: string | undefined;
}

/** One property of an argument: `scsi-id=2`. */
export interface ExplainedProperty {
  /** As QEMU names it; what is nested has dots. The first value of an option, without a name, has an empty one. */
  readonly name: string;
  /** As text, not escaped. */
  readonly value: string;
  /** What it is. */
  readonly about?: string | undefined;
  /** Where the XML says it. */
  readonly at?: Place | undefined;
  /** How it came about where the XML does not say it. */
  readonly otherwise?: string | undefined;
  /** What of domain XML sets it: `address/@target`, below the element of the group. */
  readonly path?: string | undefined;
}

/** One option of the command line. */
export interface ExplainedArgument {
  /** From 0, without the program. */
  readonly index: number;
  /** As QEMU gets them. */
  readonly words: readonly string[];
  readonly option: string;
  readonly origin: Origin;
  readonly properties: readonly ExplainedProperty[];
  /** Which QEMU releases have it: `scsi-block: since QEMU 1.0`. */
  readonly releases: readonly string[];
  /** What would make it different. */
  readonly change?: string | undefined;
}

/** The arguments of a device, or of a part of the guest, as people think of them. */
export interface Group {
  /** Unique, and short enough to type: `sda`, `net0`, `machine`. */
  readonly key: string;
  /** `disk sda`, `network card net0`, `machine`. */
  readonly title: string;
  readonly family: Family;
  readonly subject: DeviceKind | Part;
  /** qdev id. */
  readonly id?: string | undefined;
  readonly origin: Origin;
  readonly arguments: readonly ExplainedArgument[];
  readonly decisions: readonly Decision[];
  /** What would make it different. */
  readonly change?: string | undefined;
}

/** The command line with the reason of each part, in the order of the command line. */
export interface Explanation {
  readonly program: string;
  readonly groups: readonly Group[];
  /** Decisions that are about no argument: which QEMU the command is for. */
  readonly decisions: readonly Decision[];
}
