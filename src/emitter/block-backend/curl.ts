import type { PlannedImage } from '../../model/plan/block-backend';
import type { NetworkSource } from '../../model/storage-source';
import type { Properties } from '../args';
import { portal } from './socket';

/** The ports that libvirt writes out where the XML has none. */
const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21, ftps: 990, tftp: 69 };

/** BlockdevOptionsCurl*: QEMU's own URL drivers. */
export function curl(source: NetworkSource, image: PlannedImage): Properties & { readonly driver: string } {
  return {
    driver: source.protocol,
    url: sourceUrl(source),
    username: image.auth?.user,
    'password-secret': image.auth?.secret,
    sslverify: source.sslVerify,
    'cookie-secret': image.cookieSecret,
    timeout: source.timeout === 0 ? undefined : source.timeout,
    readahead: source.readahead === 0 ? undefined : source.readahead,
  };
}

export function sourceUrl(source: NetworkSource): string {
  const query = source.query === undefined ? '' : `?${source.query}`;
  return `${source.protocol}://${portal(source, PORTS[source.protocol] ?? 0)}${urlPath(source.name)}${query}`;
}

/** An absolute path, with what no URL may hold as %XX. */
export function urlPath(name = ''): string {
  const path = name.startsWith('/') || name === '' ? name : `/${name}`;
  return path.replace(/[^\w!$&'()*+,\-./:;=@~]/gu, (character) => encodeURIComponent(character));
}
