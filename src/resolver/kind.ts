import type { DeviceKind, DeviceOf } from '../model/device';
import type { Domain } from '../model/domain';
import type { PlannedOf } from '../model/plan/device';
import type { Context } from './context';

/** How one kind of device is resolved; every step sees the whole guest and changes nothing in place. */
export interface KindResolver<K extends DeviceKind> {
  /** Fills in what the XML leaves out and no other device is needed for: model, bus, format. */
  readonly defaults?: (device: DeviceOf<K>, guest: Domain, context: Context) => DeviceOf<K>;
  /** Reports what cannot be; runs after all defaults, before aliases and addresses. */
  readonly validate?: (device: DeviceOf<K>, guest: Domain, context: Context) => void;
  /** Decides the rest. Runs last: alias and address are filled in. None for a device that leaves no argument. */
  readonly plan: (device: DeviceOf<K>, guest: Domain, context: Context) => PlannedOf<K> | undefined;
}
