/** Releases as `major.minor`, the way the tables write them. */
export type Release = `${number}.${number}`;

/** A board that is kept once for each release, as `pc-i440fx-7.2`. */
export interface MachineFamily {
  readonly name: string;
  /** The name without a version, which stands for the newest. */
  readonly alias: string;
  readonly arch: readonly string[];
  /** The oldest machine version that a binary has, from each release of the binary on. */
  readonly oldest: readonly Bound[];
  /** The newest machine version that a binary calls deprecated, before the rule of 9.1 (three major releases). */
  readonly deprecated: readonly Bound[];
  /** The most CPUs, from each machine version on. */
  readonly maxCpus: readonly (readonly [machine: Release, count: number])[];
  /** The most that a binary gives to any of them, from each of its releases on. */
  readonly mostCpus?: readonly (readonly [binary: Release, count: number])[];
  /** From each machine version on. */
  readonly defaultCpus: readonly (readonly [machine: Release, cpu: string])[];
  readonly defaultRamId: string;
  /** From which machine version on CPUs can be added to a running guest; absent: in none. */
  readonly hotplugCpus?: Release;
  /** Chosen where `-machine` is not given. */
  readonly isDefault?: boolean;
  /** All versions take `-numa node,mem=`; absent: those up to 5.0 do, where the board has cells. */
  readonly numaMem?: boolean;
  readonly source: string;
}

export type Bound = readonly [binary: Release, machine: Release];

/** When a board without versions is there. */
export interface BoardPeriod {
  readonly since: Release;
  /** The first release without it. */
  readonly until?: Release | undefined;
  /** The first release that calls it deprecated. */
  readonly deprecated?: Release | undefined;
  /** What QEMU's documentation names in its place. */
  readonly successor?: string | undefined;
  /** What the same board is called since. */
  readonly renamed?: string | undefined;
}

/** A board without versions; one that changed has several, a period each. */
export interface PlainMachine extends BoardPeriod {
  readonly name: string;
  readonly alias?: string | undefined;
  readonly maxCpus: number;
  /** Of a chip whose processors are always all there; absent: 1. */
  readonly leastCpus?: number | undefined;
  readonly defaultCpu?: string | undefined;
  /** The first release that tells it; absent: all do. */
  readonly cpuTold?: Release | undefined;
  readonly defaultRamId?: string | undefined;
  readonly hotplugCpus?: boolean;
  readonly numaMem?: boolean;
  readonly isDefault?: boolean;
  readonly source: string;
}
