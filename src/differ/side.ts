import type { Argument } from './argument';

/** The arguments of a device or of a part of a guest. */
export interface DiffGroup {
  /** `sda`, `net0`, `machine`; unique on its side. */
  readonly key: string;
  /** `disk sda`. */
  readonly title: string;
  /** Only groups of one kind can be the same: `disk`, `machine`. */
  readonly kind: string;
  /** What it is known by again, the surest first; an undefined one is not known. */
  readonly names: readonly (string | undefined)[];
  /** Of the XML. */
  readonly line?: number | undefined;
  /** A LUN or a device of the host that the guest gets as it is: what is behind it, it sees. */
  readonly passed: boolean;
  readonly arguments: readonly Argument[];
}

/** One of the two that are compared. */
export interface Side {
  readonly groups: readonly DiffGroup[];
  /** The machine type that a name stands for in that QEMU; undefined where it is not known. */
  readonly machine: (name: string) => string | undefined;
  /** The CPU that the guest's machine has where nobody says which, as an argument. */
  readonly defaultCpu?: Argument | undefined;
}
