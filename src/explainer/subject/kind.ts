import type { DeviceKind } from '../../model/device';
import type { PlannedOf } from '../../model/plan/device';
import type { Family } from '../explanation';

/** How devices of a kind are told of. */
export interface KindWords<K extends DeviceKind> {
  readonly family: Family;
  /** In front of its key: `network card`. */
  readonly noun: string;
  /** Short enough to type, where that is not its id. */
  readonly key?: (planned: PlannedOf<K>) => string;
  /** Other names by which decisions speak of it. */
  readonly names?: (planned: PlannedOf<K>) => readonly string[];
  /** Why a guest has one that its XML does not name. */
  readonly implied: string;
  /** What would make it different. */
  readonly change?: string | undefined;
}
