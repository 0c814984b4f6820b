import type { DeviceBase } from './device';
import type { Place } from './place';

export const CHARDEV_TYPES = [
  'null',
  'vc',
  'pty',
  'dev',
  'file',
  'pipe',
  'stdio',
  'udp',
  'tcp',
  'unix',
  'spicevmc',
  'spiceport',
  'nmdm',
  'qemu-vdagent',
  'dbus',
] as const;
export type ChardevType = (typeof CHARDEV_TYPES)[number];

interface Endpoint {
  readonly host?: string | undefined;
  readonly service?: string | undefined;
}

/** The host side of a character device: `<serial type=><source/></serial>`. One flat type: few fields mean much. */
export interface ChardevSource {
  readonly at: Place;
  readonly type: ChardevType;
  readonly path?: string | undefined;
  readonly append?: boolean | undefined;
  readonly mode?: 'bind' | 'connect' | undefined;
  /** tcp: where to listen or connect; udp: where to send. */
  readonly remote?: Endpoint | undefined;
  /** udp: where to receive. */
  readonly local?: Endpoint | undefined;
  readonly protocol?: 'raw' | 'telnet' | 'telnets' | 'tls' | undefined;
  readonly tls?: boolean | undefined;
  readonly reconnect?: { readonly enabled: boolean; readonly timeout?: number | undefined } | undefined;
  /** spiceport, dbus: the name of the port. */
  readonly channel?: string | undefined;
  readonly clipboardCopypaste?: boolean | undefined;
  readonly mouseMode?: string | undefined;
  readonly log?: { readonly file: string; readonly append?: boolean | undefined } | undefined;
}

interface ChardevBase extends DeviceBase {
  readonly source: ChardevSource;
  readonly port?: number | undefined;
}

export interface Serial extends ChardevBase {
  readonly kind: 'serial';
  /** `<target type=>`: isa-serial, pci-serial, usb-serial, isa-debug, ... */
  readonly targetType?: string | undefined;
  /** `<target><model name=>`. */
  readonly targetModel?: string | undefined;
}

export interface Parallel extends ChardevBase {
  readonly kind: 'parallel';
}

export interface Console extends ChardevBase {
  readonly kind: 'console';
  /** serial, virtio, sclp, sclplm, ... */
  readonly targetType?: string | undefined;
}

export interface Channel extends ChardevBase {
  readonly kind: 'channel';
  readonly targetType: 'virtio' | 'guestfwd' | 'xen';
  readonly name?: string | undefined;
  readonly address4?: string | undefined;
  /** guestfwd's own port is `guestPort`. */
  readonly guestPort?: number | undefined;
}
