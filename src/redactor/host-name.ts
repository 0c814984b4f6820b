const THIS_HOST = /^(localhost|127\.[\d.]+|::1?|0\.0\.0\.0|255\.[\d.]+|0000:[\da-f:.]+|:\d+(\.\d)?)$/i;

/** This host, all of them, a mask, the address of a PCI function, or a screen. */
export function isPlainHost(value: string): boolean {
  return THIS_HOST.test(value) || !/[a-z.:]/i.test(value) || /^0x/i.test(value);
}

/** Addresses of the documentation's own networks (RFC 5737, RFC 6676, RFC 3849), then those for benchmarks (RFC 2544). */
export function addressStandIn(n: number, value: string): string {
  if (value.includes(':')) return `2001:db8::${n.toString(16)}`;
  if (isGroup(value)) return `233.252.${(n >> 8) & 255}.${n & 255}`;
  return n < 255 ? `192.0.2.${n}` : `198.18.${(n >> 8) & 255}.${n & 255}`;
}

/** Multicast, which some devices want and others refuse. */
function isGroup(value: string): boolean {
  const first = Number(/^\d+(?=\.)/.exec(value)?.[0]);
  return first >= 224 && first <= 239;
}

/** A name or an address. */
export function hostStandIn(n: number, value: string): string {
  return /^[\d.]+$|:.*:/.test(value) ? addressStandIn(n, value) : `host${n}.example`;
}
