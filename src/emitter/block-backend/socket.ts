import type { NetworkSource, SourceHost } from '../../model/storage-source';
import type { Properties } from '../args';

/** SocketAddress of QEMU's qapi/sockets.json for the one server of a source. */
export function socketAddress({ hosts }: NetworkSource, port: number): Properties | undefined {
  const [host] = hosts;
  return host && inetAddress(host, port);
}

export function inetAddress(host: SourceHost, port: number): Properties {
  if (host.transport === 'unix') return { type: 'unix', path: host.socket };
  return { type: 'inet', ...hostPort(host, port) };
}

/** InetSocketAddressBase: the port is a string. */
export function hostPort(host: SourceHost | undefined, port: number): Properties | undefined {
  return host && { host: host.name, port: String(host.port ?? port) };
}

/** `host:port` with an IPv6 address in brackets. */
export function portal({ hosts }: NetworkSource, port: number): string {
  const [host] = hosts;
  return `${bracketed(host?.name ?? '')}:${host?.port ?? port}`;
}

/** A name with a colon is an IPv6 address. */
export function bracketed(name: string): string {
  return name.includes(':') && !name.startsWith('[') ? `[${name}]` : name;
}
