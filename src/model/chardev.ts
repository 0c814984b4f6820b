import type { DeviceBase } from './device-base';
import type { SourceSeclabel } from './seclabel';
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

/** Whether a socket is connected to again when it breaks, and after how many seconds. */
export interface Reconnect {
  readonly enabled?: boolean | undefined;
  readonly timeout?: number | undefined;
}

/** The host side of a character device: `<serial type=><source/></serial>`. One flat type: few fields mean much. */
export interface ChardevSource {
  readonly at: Place;
  readonly type: ChardevType;
  readonly path?: string | undefined;
  readonly append?: boolean | undefined;
  /** Of a socket; without it QEMU connects. */
  readonly mode?: 'bind' | 'connect' | undefined;
  /** tcp: where to listen or connect; udp: where to send. */
  readonly remote?: Endpoint | undefined;
  /** udp: where to receive. */
  readonly local?: Endpoint | undefined;
  readonly protocol?: 'raw' | 'telnet' | undefined;
  readonly tls?: boolean | undefined;
  readonly reconnect?: Reconnect | undefined;
  /** spiceport, dbus: the name of the port. */
  readonly channel?: string | undefined;
  readonly clipboardCopypaste?: boolean | undefined;
  readonly mouseMode?: string | undefined;
  /** Absent: none. */
  readonly seclabels?: readonly SourceSeclabel[] | undefined;
  readonly log?: { readonly file: string; readonly append?: boolean | undefined } | undefined;
}

interface ChardevBase extends DeviceBase {
  readonly source: ChardevSource;
  readonly port?: number | undefined;
}

export const SERIAL_TARGETS = [
  'isa-serial',
  'usb-serial',
  'pci-serial',
  'spapr-vio-serial',
  'system-serial',
  'sclp-serial',
  'isa-debug',
] as const;
export type SerialTarget = (typeof SERIAL_TARGETS)[number];

export const SERIAL_MODELS = [
  'isa-serial',
  'usb-serial',
  'pci-serial',
  'spapr-vty',
  'pl011',
  '16550a',
  'sclpconsole',
  'sclplmconsole',
  'isa-debugcon',
] as const;
export type SerialModel = (typeof SERIAL_MODELS)[number];

export interface Serial extends ChardevBase {
  readonly kind: 'serial';
  readonly targetType?: SerialTarget | undefined;
  /** `<target><model name=>`. */
  readonly targetModel?: SerialModel | undefined;
}

export interface Parallel extends ChardevBase {
  readonly kind: 'parallel';
}

export const CONSOLE_TARGETS = ['xen', 'serial', 'uml', 'virtio', 'lxc', 'openvz', 'sclp', 'sclplm'] as const;
export type ConsoleTarget = (typeof CONSOLE_TARGETS)[number];

export interface Console extends ChardevBase {
  readonly kind: 'console';
  readonly targetType?: ConsoleTarget | undefined;
}

export interface Channel extends ChardevBase {
  readonly kind: 'channel';
  readonly targetType: 'virtio' | 'guestfwd' | 'xen';
  readonly name?: string | undefined;
  /** guestfwd: what the guest connects to. */
  readonly guestAddress?: string | undefined;
  readonly guestPort?: number | undefined;
}
