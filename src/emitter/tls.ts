import type { PlannedTls } from '../model/plan/chardev';
import { object, type Arg } from './args';
import { emitBackendObject } from './block-backend/objects';

/** The credentials of a connection, after the password of their key. */
export function emitTls({ id, dir, endpoint, verifyPeer, password }: PlannedTls): Arg[] {
  return [
    ...(password ? [emitBackendObject(password)] : []),
    object({
      'qom-type': 'tls-creds-x509',
      id,
      dir,
      endpoint,
      'verify-peer': verifyPeer,
      passwordid: password?.id,
    }),
  ];
}
