import type { DeviceKind } from '../device';
import type { PlannedAudio } from './audio';
import type { PlannedInput } from './input';
import type { PlannedMemballoon } from './memballoon';
import type { Planned } from './planned';
import type { PlannedRng } from './rng';
import type { PlannedVideo } from './video';

/**
 * The planned form of each kind. A kind that decides more than id and slot has a type of its own here:
 * `disk: PlannedDisk`.
 */
export interface PlannedKinds {
  readonly disk: Planned<'disk'>;
  readonly controller: Planned<'controller'>;
  readonly hostdev: Planned<'hostdev'>;
  readonly interface: Planned<'interface'>;
  readonly serial: Planned<'serial'>;
  readonly parallel: Planned<'parallel'>;
  readonly console: Planned<'console'>;
  readonly channel: Planned<'channel'>;
  readonly input: PlannedInput;
  readonly graphics: Planned<'graphics'>;
  readonly video: PlannedVideo;
  readonly memballoon: PlannedMemballoon;
  readonly rng: PlannedRng;
  readonly audio: PlannedAudio;
}

export type PlannedOf<K extends DeviceKind> = PlannedKinds[K];
export type PlannedDevice = PlannedKinds[DeviceKind];
