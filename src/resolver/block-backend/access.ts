import type { BackendObject, PlannedImage } from '../../model/plan/block-backend';
import type { Context } from '../context';
import { planEncryption } from './encryption';
import type { ImageRequest } from './image-request';
import { planLogin } from './login';
import { planReservations } from './reservations';

type Access = Pick<PlannedImage, 'auth' | 'cookieSecret' | 'tls' | 'encryption' | 'prManager' | 'objects'>;

/** What QEMU needs besides the address to read an image; an nbdkit in between has its own login. */
export function planAccess(
  image: ImageRequest,
  format: string,
  viaNbdkit: boolean,
  context: Context,
): Access {
  const { source, names } = image;
  const reservations = planReservations(source, names);
  const login = viaNbdkit ? undefined : planLogin(image, context);
  const encryption = planEncryption(source, format, names, context);
  const objects: readonly (readonly BackendObject[] | undefined)[] = [
    reservations?.objects,
    login?.secrets,
    login?.cookies,
    encryption?.objects,
    login?.tlsObjects,
  ];
  return {
    encryption: encryption?.encryption,
    auth: login?.auth,
    cookieSecret: login?.cookies[0]?.id,
    tls: login?.tls,
    prManager: reservations?.id,
    objects: objects.flatMap((list) => list ?? []),
  };
}
