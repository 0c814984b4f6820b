import type { BackendObject, DirectSource } from '../../model/plan/block-backend';
import { MANAGED_PR_HELPER } from '../guest/reservations';
import type { ImageNames } from './names';

/** The object through which SCSI persistent reservations go; a managed helper's is the guest's, not the disk's. */
export function planReservations(
  { reservations }: DirectSource,
  names: ImageNames,
): { readonly id: string; readonly objects: readonly BackendObject[] } | undefined {
  if (reservations === undefined) return undefined;
  const { managed, path } = reservations;
  if (managed || path === undefined) return { id: MANAGED_PR_HELPER, objects: [] };
  return { id: names.prHelper, objects: [{ type: 'pr-manager-helper', id: names.prHelper, path }] };
}
