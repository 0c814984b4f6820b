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
  readonly hotplugCpus: boolean;
  /** Chosen where `-machine` is not given. */
  readonly isDefault?: boolean;
  readonly source: string;
}

export type Bound = readonly [binary: Release, machine: Release];

/** A board without versions. */
export interface PlainMachine {
  readonly name: string;
  readonly arch: readonly string[];
  readonly since: Release;
  readonly maxCpus: number;
  readonly defaultCpu?: string | undefined;
  readonly defaultRamId?: string | undefined;
  readonly hotplugCpus?: boolean;
  readonly isDefault?: boolean;
  readonly source: string;
}
