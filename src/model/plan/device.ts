import type { DeviceKind } from '../device';
import type { Planned } from './planned';

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
  readonly input: Planned<'input'>;
  readonly graphics: Planned<'graphics'>;
  readonly video: Planned<'video'>;
  readonly memballoon: Planned<'memballoon'>;
  readonly rng: Planned<'rng'>;
}

export type PlannedOf<K extends DeviceKind> = PlannedKinds[K];
export type PlannedDevice = PlannedKinds[DeviceKind];
