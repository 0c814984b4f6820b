import { hostPathDenied } from '../diagnostics/catalog';
import type { Access } from '../host/facts';
import type { Place } from '../model/place';
import type { Context } from './context';

/** What a guest does with something of the host. */
export interface Use {
  readonly at: Place;
  readonly path: string;
  readonly writes: boolean;
}

/** Says that this user may not open it so; nothing where that is not known. `instead`: what this user may open. */
export function checkAccess(
  { at, path, writes }: Use,
  access: Access | undefined,
  { report }: Pick<Context, 'report'>,
  instead?: string,
): void {
  if (!isEnough(access, writes))
    report(hostPathDenied(at, path, writes ? 'read and write' : 'read', instead));
}

/** Whether it may be opened; unknown access is enough. */
export function isEnough(access: Access | undefined, writes: boolean): boolean {
  return access === undefined || access === 'read-write' || (access === 'read-only' && !writes);
}
