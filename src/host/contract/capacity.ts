/** The host's memory; KiB. */
export interface MemoryFacts {
  readonly total: number;
  /** What can be had without swapping, at the time of the look. */
  readonly available?: number | undefined;
}

/** The huge pages of one size that the kernel has reserved, mounted or not. */
export interface HugePagePool {
  /** KiB. */
  readonly size: number;
  readonly total: number;
  readonly free: number;
  /** The same of each NUMA node. */
  readonly nodes?:
    readonly { readonly node: number; readonly total: number; readonly free: number }[] | undefined;
}

/** How much memory a process of this user may lock: getrlimit(2), RLIMIT_MEMLOCK; bytes. */
export interface MemoryLockFacts {
  /** The soft limit, which stops it. Absent: none. */
  readonly limit?: number | undefined;
  /** Up to which the user may raise that. Absent: none. */
  readonly hard?: number | undefined;
  /** Its capability CAP_IPC_LOCK puts it above both. */
  readonly exempt: boolean;
}

/** Why KVM can be used or not. */
export interface KvmFacts {
  /** What this user may do with /dev/kvm; `absent`: there is none, or no module behind it. */
  readonly access: 'usable' | 'denied' | 'absent';
  /** x86, a flag of the processor: vmx (Intel) or svm (AMD). Absent: it has neither, or its firmware hides it. */
  readonly extension?: 'vmx' | 'svm' | undefined;
  /** The host is itself a guest. */
  readonly inGuest?: boolean | undefined;
  /** Whether guests of this host may run guests; absent where no module of x86 says so. */
  readonly nested?: boolean | undefined;
  /** Loaded modules of other hypervisors, which hold the processor while they run a guest: vboxdrv, vmmon. */
  readonly rivals?: readonly string[] | undefined;
}
