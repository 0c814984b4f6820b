import type { Place } from '../model/place';
import type { BackendObject } from '../model/plan/block-backend';
import { secretObject } from './block-backend/secrets';
import type { Context } from './context';

/** The password of the private key of these credentials, where qemu.conf names a secret for it. */
export function keySecret(
  uuid: string,
  at: Place,
  credentials: string,
  context: Context,
): BackendObject | undefined {
  return uuid === '' ? undefined : secretObject({ at, uuid }, `${credentials}-secret0`, context);
}
