/** The host's CPU in libvirt's words. */
export interface CpuFacts {
  readonly arch?: string | undefined;
  readonly vendor?: string | undefined;
  readonly model: string;
  readonly sockets?: number | undefined;
  readonly cores?: number | undefined;
  readonly threads?: number | undefined;
  /** Beyond those of the model. */
  readonly features?: readonly string[] | undefined;
}

/** The host's processor as one QEMU reports it (QMP query-cpu-model-expansion of `host` or `max`). */
export interface ReportedCpu {
  /** s390x, where QEMU itself names the model. */
  readonly model?: string | undefined;
  /** As CPUID spells it: AuthenticAMD. */
  readonly vendor?: string | undefined;
  readonly signature?:
    { readonly family: number; readonly model: number; readonly stepping: number } | undefined;
  /** Those that are on and may migrate, by QEMU's names. */
  readonly features: readonly string[];
  /** s390x: those that QEMU knows and the host lacks. */
  readonly absent?: readonly string[] | undefined;
  /** The models that this QEMU has -> the features for lack of which each cannot run (query-cpu-definitions). */
  readonly models?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** It differs by what runs the guest. */
export interface ReportedCpus {
  readonly kvm?: ReportedCpu | undefined;
  readonly tcg?: ReportedCpu | undefined;
}

export interface NumaFacts {
  readonly cells: readonly {
    readonly id: number;
    /** KiB. */
    readonly memory?: number | undefined;
    /** As a list: 0-3,8. */
    readonly cpus?: string | undefined;
  }[];
  /** What the placement advisor (numad) answers. */
  readonly advisedNodeset?: string | undefined;
}

/** A size of huge pages that the host has mounted. */
export interface HugePages {
  /** KiB. */
  readonly size: number;
  readonly mount: string;
  /** Taken where the XML names no size. */
  readonly default?: boolean | undefined;
}

export interface SevFacts {
  readonly cbitpos: number;
  readonly reducedPhysBits: number;
}

export interface ClockFacts {
  /** Seconds since the epoch at which the clock stands. Absent: the clock of the machine that converts. */
  readonly now?: number | undefined;
  /** Of the local time zone, seconds east of UTC. */
  readonly utcOffset?: number | undefined;
}
