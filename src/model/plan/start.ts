/** What QEMU is called and how it comes up. */
export interface PlannedStart {
  readonly name: string;
  /** Whether the name is a keyword's value, `guest=`; else it is the option's whole value. */
  readonly named: boolean;
  /** What the process is called, in place of its program. */
  readonly process?: string | undefined;
  /** Threads carry names that a debugger shows. */
  readonly debugThreads: boolean;
  /** What QEMU does with interfaces that will go. */
  readonly compat?: { readonly output: string; readonly input?: string | undefined } | undefined;
  readonly paused: boolean;
  /** The file that holds the key with which secrets are encrypted. */
  readonly masterKey?: string | undefined;
  /** QEMU's own configuration files and default devices are left out. */
  readonly noUserConfig: boolean;
  /** No screen, in the words of QEMU before -display: with -nodefaults it connects nothing else. */
  readonly nographic: boolean;
  /** The board's own sound chip is heard nowhere. */
  readonly muted: boolean;
  /** Undefined: QEMU's default, which is none. */
  readonly sandbox?: boolean | undefined;
  readonly timestamps: boolean;
}

/** The monitor: libvirt's by descriptor, or what the user asked for. `form`: monitors are objects, or have -mon. */
export type PlannedMonitor =
  | { readonly type: 'descriptor'; readonly fd: number; readonly form: MonitorForm }
  | { readonly type: 'qmp'; readonly path: string; readonly form: MonitorForm }
  | { readonly type: 'stdio' };

export type MonitorForm = 'object' | 'mon';

/** `-boot`, and the kernel that is booted without firmware. */
export interface PlannedBoot {
  readonly menu?: boolean | undefined;
  /** milliseconds */
  readonly splashTime?: number | undefined;
  readonly rebootTimeout?: number | undefined;
  readonly strict?: boolean | undefined;
  readonly kernel?: string | undefined;
  readonly initrd?: string | undefined;
  readonly append?: string | undefined;
  readonly dtb?: string | undefined;
  readonly shim?: string | undefined;
  readonly acpiTables: readonly { readonly sig?: string | undefined; readonly file: string }[];
}

/** What happens at shutdown, reboot and sleep. */
export interface PlannedPower {
  readonly noShutdown: boolean;
  readonly noReboot: boolean;
  /** QEMU's panic action where it is not its default. */
  readonly panic?: 'pause' | 'shutdown' | 'none' | undefined;
  readonly noAcpi: boolean;
  /** PIIX4_PM or ICH9-LPC, with 1 for "disabled". */
  readonly sleep?:
    | {
        readonly driver: string;
        readonly disableS3?: number | undefined;
        readonly disableS4?: number | undefined;
      }
    | undefined;
}

/** `-rtc` and the timers that are devices. */
export interface PlannedClock {
  readonly base: string;
  readonly clock?: 'vm' | 'host' | 'rt' | undefined;
  readonly driftfix?: 'slew' | undefined;
  /** In the order of the XML, which is that of libvirt's arguments. */
  readonly timers: readonly PlannedTimer[];
}

/** What the interval timer does with ticks that the guest missed; that there is no HPET, for a QEMU that has an option for it. */
export type PlannedTimer =
  { readonly name: 'pit'; readonly lostTicks: 'delay' | 'discard' } | { readonly name: 'hpet' };
