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

/** What `virsh domcapabilities` answers as host-model: it differs by QEMU and by what runs the guest. */
export interface HostModel {
  /** The QEMU version that was asked: 10.0.0. */
  readonly qemu: string;
  readonly type: 'kvm' | 'qemu';
  readonly model: string;
  /** Features by their names in libvirt or QEMU. */
  readonly require: readonly string[];
  readonly disable: readonly string[];
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
