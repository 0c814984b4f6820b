import type { PlannedLaunchSecurity } from './launch-security';
import type { Companion, Decision, HostStep, Resource } from '../decision';
import type { Profile } from '../profile';
import type { DeviceOverride } from '../qemu-namespace';
import type { BackendObject } from './block-backend';
import type { PlannedDevice } from './device';
import type { FloppyController } from './disk';
import type {
  PlannedAccel,
  PlannedCpu,
  PlannedFirmware,
  PlannedIothread,
  PlannedMachine,
  PlannedSmp,
} from './machine';
import type { PlannedIommufd } from './iommufd';
import type { PlannedMemory, PlannedNuma } from './memory';
import type { PlannedFwCfg, PlannedSmbios } from './smbios';
import type { PlannedBoot, PlannedClock, PlannedMonitor, PlannedPower, PlannedStart } from './start';

/** Everything that is no device, in the order of the command line. */
export interface PlannedGuest {
  readonly start: PlannedStart;
  /** The helper for persistent reservations that libvirt starts for a guest: one for all its disks. */
  readonly reservations: { readonly id: string; readonly path: string } | undefined;
  readonly firmware: PlannedFirmware;
  readonly machine: PlannedMachine;
  readonly accel: PlannedAccel;
  /** Absent: QEMU's default. */
  readonly cpu: PlannedCpu | undefined;
  readonly memory: PlannedMemory;
  readonly smp: PlannedSmp;
  readonly iothreads: readonly PlannedIothread[];
  /** Limits that disks share: `-object throttle-group`. */
  readonly throttleGroups: readonly BackendObject[];
  readonly numa: PlannedNuma;
  readonly uuid: string | undefined;
  readonly smbios: readonly PlannedSmbios[];
  readonly fwCfg: readonly PlannedFwCfg[];
  /** `<launchSecurity>`'s object. */
  readonly launchSecurity: PlannedLaunchSecurity | undefined;
  /** `-device vmgenid`. */
  readonly genid: string | undefined;
  /** `-device sga`: the BIOS's own serial console, before a machine property brought it. */
  readonly sga: boolean;
  readonly vmcoreinfo: boolean;
  /** The guest has a screen that somebody can see; else QEMU must not open a window. */
  readonly display: boolean;
  readonly monitors: readonly PlannedMonitor[];
  readonly clock: PlannedClock;
  readonly power: PlannedPower;
  readonly boot: PlannedBoot;
  readonly asyncTeardown: boolean | undefined;
  /** Where the state of a running guest comes from. */
  readonly incoming: string | undefined;
}

/** The outcome of the resolver: everything decided, nothing optional that QEMU needs. */
export interface LaunchPlan extends PlannedGuest {
  readonly profile: Profile;
  /** The emulator's path or name. */
  readonly program: string;
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly devices: readonly PlannedDevice[];
  readonly floppyController: FloppyController | undefined;
  readonly iommufd: PlannedIommufd | undefined;
  /** `<qemu:commandline>`: the user's own words, last. */
  readonly passthroughArgs: readonly string[];
  /** Properties of devices that the user sets past all decisions. */
  readonly overrides: readonly DeviceOverride[];
  readonly decisions: readonly Decision[];
  readonly companions: readonly Companion[];
  readonly resources: readonly Resource[];
  readonly hostSteps: readonly HostStep[];
}
