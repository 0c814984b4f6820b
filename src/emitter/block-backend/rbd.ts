import type { PlannedEncryption, PlannedImage } from '../../model/plan/block-backend';
import type { NetworkSource } from '../../model/storage-source';
import type { Properties } from '../args';
import { bracketed } from './socket';

/** BlockdevOptionsRbd. */
export function rbd(source: NetworkSource, image: PlannedImage): Properties & { readonly driver: string } {
  const { auth, encryption } = image;
  return {
    driver: 'rbd',
    ...rbdName(source),
    snapshot: source.snapshot,
    conf: source.config,
    server:
      source.hosts.length === 0
        ? undefined
        : source.hosts.map(({ name, port }) => ({ host: name, port: String(port ?? 6789) })),
    encrypt: encryption?.engine === 'librbd' ? layers(encryption) : undefined,
    user: auth?.user,
    'auth-client-required': auth && ['cephx', 'none'],
    'key-secret': auth?.secret,
  };
}

/** `pool/image` or `pool/namespace/image`. */
function rbdName({ name = '' }: NetworkSource): Properties {
  const [pool, ...rest] = name.split('/');
  const image = rest.pop();
  return { pool, namespace: rest.length === 0 ? undefined : rest.join('/'), image };
}

/** Each layer of encryption holds the one below it as its parent. */
function layers({ format, secrets }: PlannedEncryption): Properties | undefined {
  return secrets.reduceRight<Properties | undefined>(
    (parent, secret) => ({ format, 'key-secret': secret, parent }),
    undefined,
  );
}

/** `rbd:pool/image@snapshot:key=value:...`, in which a backslash guards colons (QEMU block/rbd.c). */
export function rbdUrl(source: NetworkSource, { auth }: PlannedImage): string {
  const colons = (text: string) => text.replaceAll(':', '\\:');
  const servers = source.hosts.map(({ name = '', port }) =>
    colons(`${bracketed(name)}${port === undefined ? '' : `:${port}`}`),
  );
  return [
    `rbd:${colons(source.name ?? '')}${source.snapshot === undefined ? '' : `@${colons(source.snapshot)}`}`,
    ...(auth?.user === undefined ? [] : [`id=${colons(auth.user)}`]),
    auth ? 'auth_supported=cephx\\;none' : 'auth_supported=none',
    ...(servers.length === 0 ? [] : [`mon_host=${servers.join('\\;')}`]),
    ...(source.config === undefined ? [] : [`conf=${colons(source.config)}`]),
  ].join(':');
}
