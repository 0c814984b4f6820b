import type { BackendObject, PlannedImage } from '../../model/plan/block-backend';
import type { Context } from '../context';
import type { ImageRequest } from './image-request';
import { cookieSecret, secretObject } from './secrets';
import { planTls } from './tls';

interface PlannedLogin {
  readonly auth: PlannedImage['auth'];
  readonly tls: PlannedImage['tls'];
  readonly secrets: readonly BackendObject[];
  readonly cookies: readonly BackendObject[];
  readonly tlsObjects: readonly BackendObject[];
}

/** How QEMU proves to a server who it is. */
export function planLogin(
  { source, names, jar: jarName }: ImageRequest,
  context: Context,
): PlannedLogin | undefined {
  if (source.type !== 'network') return undefined;
  const { auth, cookies } = source;
  const password = auth && secretObject(typed(auth.secret, source.protocol), names.authSecret, context);
  const jar =
    cookies.length === 0
      ? undefined
      : cookieSecret(source.at.of('cookies'), jarName, names.cookieSecret, context);
  const tls = planTls(source, names.tls, context);
  return {
    auth: password && { user: auth.username, secret: password.id },
    tls: tls?.tls,
    secrets: password ? [password] : [],
    cookies: jar ? [jar] : [],
    tlsObjects: tls?.objects ?? [],
  };
}

/** An rbd key is Ceph's, whatever type the XML leaves out. */
function typed<T extends { readonly type?: string | undefined }>(secret: T, protocol: string): T {
  return secret.type === undefined && protocol === 'rbd' ? { ...secret, type: 'ceph' } : secret;
}
