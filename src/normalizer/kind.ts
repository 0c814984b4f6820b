import type { DeviceKind, DeviceOf } from '../model/device';
import type { PlannedOf } from '../model/plan/device';
import type { Part } from './part';

/** A device after all passes, with what came before and after. */
export interface Settled<K extends DeviceKind> {
  /** As the file has it; undefined for one that it has not. */
  readonly given?: DeviceOf<K> | undefined;
  /** What QEMU is told of it; undefined for nothing. */
  readonly planned?: PlannedOf<K> | undefined;
}

/** What belongs to one kind of device alone; its address is added to that. */
export type KindParts<K extends DeviceKind> = (
  device: DeviceOf<K>,
  settled: Settled<K>,
) => {
  readonly attributes?: Part['attributes'];
  readonly without?: Part['without'];
  readonly decided?: Part['decided'];
  readonly children?: readonly (Part | undefined | false)[];
};
