import type { Interface } from '../model/interface';
import type { XmlElement } from './element';

type Ip = Interface['ips'][number];

const V4 = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;
const V6 = /^[\da-f]*:[\da-f:.]*$/i;
const PREFIX = { ipv4: 32, ipv6: 128 } as const;
const EXAMPLE = { ipv4: 'an address such as 10.0.2.0', ipv6: 'an address such as fec0::2' } as const;

/** `<ip>`: an address says its family where `family` does not (libvirt src/conf/domain_conf.c virDomainNetIPParseXML). */
export function parseIp(ip: XmlElement): Ip {
  const address = ip.required('@address');
  const family = ip.choice('@family', ['ipv4', 'ipv6']) ?? (V6.test(address) ? 'ipv6' : 'ipv4');
  const isOne = (text: string) => (family === 'ipv4' ? V4 : V6).test(text);
  if (address !== '' && !isOne(address)) ip.invalid('@address', address, EXAMPLE[family]);
  const peer = ip.text('@peer');
  if (peer !== undefined && !isOne(peer)) ip.invalid('@peer', peer, EXAMPLE[family]);
  return { address, family, prefix: ip.integer('@prefix', { max: PREFIX[family] }), peer };
}

/** A default route names its gateway alone: no other goes through passt. */
export function parseRoute(route: XmlElement): Interface['routes'][number] {
  route.skip('@family');
  const others = ['@address', '@netmask', '@prefix', '@metric'].filter((path) => route.skip(path));
  const gateway = route.required('@gateway');
  if (gateway !== '' && !V4.test(gateway) && !V6.test(gateway))
    route.invalid('@gateway', gateway, EXAMPLE.ipv4);
  return { at: route.at, gateway, isDefault: others.length === 0 };
}
