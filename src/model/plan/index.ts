import type { Companion, Decision, HostStep, Resource } from '../decision';
import type { Profile } from '../profile';
import type { PlannedDevice } from './device';

/** The outcome of the resolver: everything decided, nothing optional that QEMU needs. */
export interface LaunchPlan {
  readonly profile: Profile;
  /** The emulator's path or name. */
  readonly program: string;
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly name: string;
  readonly uuid: string | undefined;
  readonly devices: readonly PlannedDevice[];
  /** `<qemu:commandline>`: the user's own words, last. */
  readonly passthroughArgs: readonly string[];
  readonly decisions: readonly Decision[];
  readonly companions: readonly Companion[];
  readonly resources: readonly Resource[];
  readonly hostSteps: readonly HostStep[];
}
