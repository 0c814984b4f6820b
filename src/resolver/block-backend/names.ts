import type { BackendRequest } from './request';

/** The ids of the objects that belong to one image. */
export interface ImageNames {
  readonly authSecret: string;
  /** `above`: the node that stands for the image, a format's or, with none, the storage's. */
  readonly encryptionSecret: (above: 'format' | 'storage', layer: number) => string;
  readonly cookieSecret: string;
  readonly tls: string;
  readonly prHelper: string;
}

/** In the block graph, ids follow the image's node. */
export function namesByNode(node: string): ImageNames {
  return {
    authSecret: `${node}-storage-auth-secret0`,
    encryptionSecret: (above, layer) => `${node}-${above}-encryption-secret${layer}`,
    cookieSecret: `${node}-storage-httpcookie-secret0`,
    tls: `obj${node}-storage_tls0`,
    prHelper: `pr-helper-${node}-storage`,
  };
}

/** With -drive they follow the device, and for a SCSI host device in the block graph its node. */
export function namesByAlias({ alias }: Pick<BackendRequest, 'alias'>): ImageNames {
  return {
    authSecret: `${alias}-secret0`,
    encryptionSecret: (_above, layer) => `${alias}-luks-secret${layer}`,
    cookieSecret: `${alias}-httpcookie-secret0`,
    tls: `obj${alias}_tls0`,
    prHelper: `pr-helper-${alias}`,
  };
}

/** `cookies-vda`, which a user can tell without knowing QEMU's ids; `cookies-vda-1` for the first image below. */
export function cookieName({ target, alias }: BackendRequest, depth = 0): string {
  return `cookies-${target ?? alias}${depth === 0 ? '' : `-${depth}`}`;
}
