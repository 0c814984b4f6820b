import type { Reconnect } from './chardev';
import type { DeviceBase } from './device-base';
import type { PciHostSource, UsbHostSource } from './hostdev';
import type { Place } from './place';
import type { VirtioOptions } from './virtio';

export const INTERFACE_TYPES = [
  'user',
  'ethernet',
  'vhostuser',
  'server',
  'client',
  'mcast',
  'network',
  'bridge',
  'internal',
  'direct',
  'hostdev',
  'udp',
  'vdpa',
  'null',
  'vds',
] as const;
export type InterfaceType = (typeof INTERFACE_TYPES)[number];

/** Cards that libvirt knows, in its spelling (src/conf/domain_conf.c, virDomainNetModel); any other may be named. */
const KNOWN_CARDS: readonly string[] = [
  'netfront',
  'rtl8139',
  'virtio',
  'e1000',
  'e1000e',
  'igb',
  'virtio-transitional',
  'virtio-non-transitional',
  'usb-net',
  'spapr-vlan',
  'lan9118',
  'scm91c111',
  'vlance',
  'vmxnet',
  'vmxnet2',
  'vmxnet3',
  'Am79C970A',
  'Am79C973',
  '82540EM',
  '82545EM',
  '82543GC',
];

/** Whether libvirt knows a card by this name. */
export const isKnownCard = (name: string): boolean => KNOWN_CARDS.includes(name);

const SPELLINGS: ReadonlyMap<string, string> = new Map(KNOWN_CARDS.map((name) => [name.toLowerCase(), name]));

/** A card's name: what libvirt knows in its spelling, whatever the case; others as written (virDomainNetSetModelString). */
export function cardName(written: string): string {
  return SPELLINGS.get(written.toLowerCase()) ?? written;
}

/** An address like `mac` that one card can have, where that is a group's: its bit cleared, that of local ones set (IEEE 802). */
export function unicastOf(mac: string): string | undefined {
  const byte = parseInt(mac.slice(0, 2), 16);
  if (byte % 2 === 0) return undefined;
  return ((byte & 0xfe) | 2).toString(16).padStart(2, '0') + mac.slice(2);
}

/** Offloads by `<driver><host>` or `<guest>`: `{ csum: false, tso4: false, mrg_rxbuf: false }`. */
export type Offloads = Readonly<Record<string, boolean | undefined>>;

/** `<portForward>`: ports of the host that passt leads to the guest; all of them where no range is named. */
export interface PortForward {
  readonly at: Place;
  readonly proto: 'tcp' | 'udp';
  readonly address?: string | undefined;
  readonly dev?: string | undefined;
  readonly ranges: readonly {
    readonly start: number;
    readonly end?: number | undefined;
    readonly to?: number | undefined;
    readonly exclude: boolean;
  }[];
}

/** What the host's side of an interface is told. */
export type HostSetting =
  | 'coalesce'
  | 'filterref'
  | 'source/ip'
  | 'source/route'
  | 'route'
  | 'virtualport'
  | 'bandwidth'
  | 'floor'
  | 'isolated'
  | 'vlan'
  | 'source/@portgroup'
  | '@trustGuestRxFilters'
  | 'source/@macTableManager';

/** `<interface>`. */
export interface Interface extends DeviceBase {
  readonly kind: 'interface';
  readonly type: InterfaceType;
  readonly mac?: string | undefined;
  readonly model?: string | undefined;
  readonly managed?: boolean | undefined;
  readonly source: {
    readonly bridge?: string | undefined;
    readonly network?: string | undefined;
    readonly dev?: string | undefined;
    readonly mode?: string | undefined;
    readonly address?: string | undefined;
    readonly port?: number | undefined;
    readonly path?: string | undefined;
    readonly type?: string | undefined;
    /** udp: where to receive. */
    readonly localAddress?: string | undefined;
    readonly localPort?: number | undefined;
    /** hostdev: the device of the host that is passed through. */
    readonly passed?: PciHostSource | UsbHostSource | undefined;
    readonly reconnect?: Reconnect | undefined;
  };
  readonly target?: { readonly dev?: string | undefined; readonly managed?: boolean | undefined } | undefined;
  /** `<backend type= tap= vhost= logFile= hostname= fqdn=>`. */
  readonly backend: {
    readonly type?: string | undefined;
    readonly tap?: string | undefined;
    readonly vhost?: string | undefined;
    /** passt: where it logs to. */
    readonly logFile?: string | undefined;
    /** passt: what its DHCP calls the guest. */
    readonly hostname?: string | undefined;
    readonly fqdn?: string | undefined;
  };
  readonly driver: {
    readonly name?: 'vhost' | 'qemu' | undefined;
    readonly txmode?: 'iothread' | 'timer' | undefined;
    readonly ioeventfd?: boolean | undefined;
    readonly eventIdx?: boolean | undefined;
    readonly queues?: number | undefined;
    readonly rxQueueSize?: number | undefined;
    readonly txQueueSize?: number | undefined;
    readonly rss?: boolean | undefined;
    readonly rssHashReport?: boolean | undefined;
    readonly host: Offloads;
    readonly guest: Offloads;
    readonly virtio: VirtioOptions;
  };
  /** `<ip address= family= prefix= peer=>`. */
  /** `<route gateway=>` of passt: what the guest is told to send the rest to. */
  readonly routes: readonly { readonly at: Place; readonly gateway: string; readonly isDefault: boolean }[];
  readonly ips: readonly {
    readonly address: string;
    readonly family: string;
    readonly prefix?: number | undefined;
    readonly peer?: string | undefined;
  }[];
  /** What the host's side is told, where the type of interface has such a side. */
  readonly hostSettings: readonly HostSetting[];
  readonly portForwards: readonly PortForward[];
  /** `<teaming type='persistent'>`: the virtio half of a pair; `transient`: the other half. */
  readonly teaming?:
    { readonly type: 'persistent' | 'transient'; readonly persistent?: string | undefined } | undefined;
  readonly mtu?: number | undefined;
  readonly link?: 'up' | 'down' | undefined;
  readonly script?: string | undefined;
  readonly downscript?: string | undefined;
  /** `<tune><sndbuf>`, bytes. */
  readonly sndbuf?: number | undefined;
  readonly rom?:
    | {
        readonly bar?: boolean | undefined;
        readonly file?: string | undefined;
        readonly enabled?: boolean | undefined;
      }
    | undefined;
}
