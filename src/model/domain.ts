import type { Clock } from './clock';
import type { Cpu } from './cpu';
import type { Device } from './device';
import type { ThrottleGroup } from './disk';
import type { Features } from './features';
import type { Idmap } from './idmap';
import type { Iommufd } from './iommufd';
import type { LaunchSecurity } from './launch-security';
import type { Memory } from './memory';
import type { Numa, Numatune } from './numa';
import type { Os } from './os';
import type { Place } from './place';
import type { RedirRule } from './redirdev';
import type { QemuNamespace } from './qemu-namespace';
import type { Sysinfo } from './sysinfo';
import type { Seclabel } from './seclabel';

export const DOMAIN_TYPES = [
  'qemu',
  'kvm',
  'hvf',
  'xen',
  'lxc',
  'test',
  'bhyve',
  'vmware',
  'hyperv',
  'vbox',
  'vz',
  'kqemu',
  'parallels',
  'openvz',
  'uml',
  'phyp',
] as const;
export type DomainType = (typeof DOMAIN_TYPES)[number];

export type LifecycleAction =
  | 'destroy'
  | 'restart'
  | 'preserve'
  | 'preserve-running'
  | 'rename-restart'
  | 'coredump-destroy'
  | 'coredump-restart';

/** `<vcpu placement= cpuset= current=>N</vcpu>`. */
export interface Vcpus {
  readonly at: Place;
  readonly max: number;
  readonly current?: number | undefined;
  readonly placement?: 'static' | 'auto' | undefined;
  readonly cpuset?: string | undefined;
  /** `<vcpus><vcpu id= enabled= hotpluggable= order=>`. */
  readonly each: readonly {
    readonly at: Place;
    readonly id: number;
    readonly enabled?: boolean | undefined;
    readonly hotpluggable?: boolean | undefined;
    readonly order?: number | undefined;
  }[];
}

/** `<iothread id= thread_pool_min= thread_pool_max=><poll .../></iothread>`, or one of the `<iothreads>` counted. */
export interface Iothread {
  readonly at: Place;
  readonly id: number;
  readonly threadPoolMin?: number | undefined;
  readonly threadPoolMax?: number | undefined;
  /** nanoseconds, and factors. */
  readonly poll?:
    | {
        readonly max?: number | undefined;
        readonly grow?: number | undefined;
        readonly shrink?: number | undefined;
        /** A shift: the larger, the less the last event counts. */
        readonly weight?: number | undefined;
      }
    | undefined;
}

/** `<cputune>`: where threads run, which have a scheduler of their own, and how much time they have. */
export interface Cputune {
  readonly vcpupins: readonly { readonly at: Place; readonly id: number }[];
  readonly iothreadpins: readonly { readonly at: Place; readonly id: number }[];
  /** `<period>` and `<quota>`, those of all, of the emulator and of I/O threads; in microseconds. */
  readonly limits: readonly { readonly at: Place; readonly name: string; readonly value: number }[];
  readonly iothreadsched: readonly { readonly at: Place; readonly iothreads: readonly number[] }[];
  /** `<emulatorpin cpuset=>`: where the threads that are no vCPU's may run. */
  readonly emulatorpin?: readonly number[] | undefined;
  readonly vcpusched: readonly { readonly at: Place; readonly vcpus: readonly number[] }[];
  /** The first share of the host's caches or memory bandwidth that is not empty. */
  readonly resctrl?: Place | undefined;
}

/** `<deprecation behavior=>` of libvirt's QEMU namespace. */
export const DEPRECATION_BEHAVIORS = ['none', 'omit', 'reject', 'crash'] as const;
export type DeprecationBehavior = (typeof DEPRECATION_BEHAVIORS)[number];

export const KEYWRAP_CIPHERS = ['aes', 'dea'] as const;

/** `<keywrap>`, s390x. */
export interface Keywrap extends Readonly<
  Partial<Record<(typeof KEYWRAP_CIPHERS)[number], boolean | undefined>>
> {
  readonly at: Place;
}

/** `<domain>` as the file says it: no defaults, everything with its place. The resolver's passes fill in what is missing. */
export interface Domain {
  readonly at: Place;
  readonly type: DomainType;
  /** libvirt takes no domain without a type. */
  readonly hasType: boolean;
  readonly idmap?: Idmap | undefined;
  /** `<bootloader>`: a program of the host that loads the guest. */
  readonly hasBootloader: boolean;
  readonly id?: number | undefined;
  readonly name: string;
  /** Lower case, with dashes. */
  readonly uuid?: string | undefined;
  /** `<hwuuid>`: the one that the guest sees, where that is another. */
  readonly hwuuid?: string | undefined;
  /** `<genid>`; `auto` for an empty one. */
  readonly genid?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly hasMetadata: boolean;
  /** What libosinfo calls the guest's system: http://microsoft.com/win/11. */
  readonly osId?: string | undefined;
  readonly memory: Memory;
  readonly vcpu: Vcpus;
  /** `<iothreads>`; the pass over threads turns it into as many of `iothreads`. */
  readonly iothreadCount?: number | undefined;
  readonly iothreads: readonly Iothread[];
  readonly defaultIothread?:
    { readonly threadPoolMin?: number | undefined; readonly threadPoolMax?: number | undefined } | undefined;
  readonly cputune: Cputune;
  /** What is for cgroups and the like alone, as it is there: `<cputune>`, `<blkiotune>`, ... */
  readonly hostSections: readonly { readonly name: string; readonly at: Place }[];
  readonly os: Os;
  readonly features: Features;
  readonly cpu?: Cpu | undefined;
  readonly numa: Numa;
  readonly numatune?: Numatune | undefined;
  readonly iommufd?: Iommufd | undefined;
  readonly sysinfo: readonly Sysinfo[];
  readonly clock: Clock;
  readonly events: {
    readonly poweroff?: LifecycleAction | undefined;
    readonly reboot?: LifecycleAction | undefined;
    readonly crash?: LifecycleAction | undefined;
    readonly lockfailure?: string | undefined;
  };
  readonly pm: { readonly suspendToMem?: boolean | undefined; readonly suspendToDisk?: boolean | undefined };
  readonly throttleGroups: readonly ThrottleGroup[];
  readonly emulator?: string | undefined;
  readonly devices: readonly Device[];
  /** `<redirfilter>`: of all redirected USB devices; absent: any may come. */
  readonly redirFilter?: readonly RedirRule[] | undefined;
  readonly seclabels: readonly Seclabel[];
  readonly keywrap?: Keywrap | undefined;
  readonly launchSecurity?: LaunchSecurity | undefined;
  readonly deprecation?: DeprecationBehavior | undefined;
  readonly qemu: QemuNamespace;
}
