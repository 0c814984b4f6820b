import type { DeviceKind, DeviceOf } from '../model/device';
import type { Part } from './part';

/** What belongs to one kind of device alone; its address is added to that. */
export type KindParts<K extends DeviceKind> = (
  device: DeviceOf<K>,
  /** As the file has it; undefined for one that it has not. */
  given: DeviceOf<K> | undefined,
) => {
  readonly attributes?: Part['attributes'];
  readonly without?: Part['without'];
  readonly decided?: Part['decided'];
  readonly children?: readonly (Part | undefined | false)[];
};
