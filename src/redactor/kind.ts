import { addressStandIn, hostStandIn } from './host-name';
import { pathStandIn } from './path';

/** What a value is, and with it what stands for it: something of its own shape, valid in its place. */
export type Kind = keyof typeof STAND_INS;

/** What the n-th value of a kind becomes. A value that tells nothing stays. */
type StandIn = (n: number, value: string) => string;

const word =
  (stem: string): StandIn =>
  (n) =>
    `${stem}${n}`;

/** 16 or 32 digits, whose first says what sort of a name it is (NAA). */
const wwn: StandIn = (n, value) => {
  if (value.startsWith('t10.')) return `t10.redacted${n}`;
  const digits = value.replaceAll(':', '');
  return /^[\da-f]+$/i.test(digits)
    ? `${digits.charAt(0)}${String(n).padStart(digits.length - 1, '0')}`
    : shape(value);
};

/** Digits and letters of something that is not what it should be: only its form is left, which is what is wrong with it. */
function shape(value: string): string {
  return value.replace(/\d/g, '0').replace(/[a-f]/gi, 'a').replace(/[g-z]/gi, 'x');
}

/** A serial number as long as it was, where its length may be what is wrong with it, or a character that QEMU misreads. */
const serial: StandIn = (n, value) =>
  `SERIAL${n}${firstOf(/[^\w .+\\-]/, value)}`.padEnd(value.length > 20 ? value.length : 0, 'X');

/** Too long for VNC where it was, and no word of how long. */
const password: StandIn = (n, value) => `pass${n}`.padEnd(Buffer.byteLength(value) > 8 ? 9 : 0, 'x');

/** As many bytes as there were, where more than so many may be what is wrong. */
function longAs(name: string, most: number): StandIn {
  return (n, value) => {
    const bytes = Buffer.byteLength(value);
    return `${name}${n}`.padEnd(bytes > most ? bytes : 0, 'x');
  };
}

const uuid: StandIn = (n, value) =>
  /^[\da-f]{8}-?([\da-f]{4}-?){3}[\da-f]{12}$/i.test(value)
    ? `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
    : shape(value);

/** Group addresses stay such. */
const mac: StandIn = (n, value) => {
  const first = Number.parseInt(value.slice(0, 2), 16) % 2 === 0 ? '52' : '53';
  const last = n.toString(16).padStart(6, '0').match(/../g) ?? [];
  return /^([\da-f]{1,2}:){5}[\da-f]{1,2}$/i.test(value)
    ? [first, '54', '00', ...last].join(':')
    : shape(value);
};

const host: StandIn = (n, value) => hostStandIn(n, value);

/** One row a kind. */
export const STAND_INS = {
  guest: (n: number, value: string) => `guest${n}${firstOf(/[/,]/, value)}`,
  words: word('redacted'),
  uuid,
  mac,
  wwn,
  serial,
  host,
  address: addressStandIn,
  path: pathStandIn,
  leaf: (n: number, value: string) => `path${n}${extension(value)}`,
  label: word('redacted'),
  remote: (n: number, value: string) => `image${n}${extension(value)}`,
  iqn: (n: number) => `iqn.2000-01.redacted:${n}`,
  user: word('user'),
  usage: word('usage'),
  password,
  pool: word('pool'),
  volume: (n: number, value: string) => `volume${n}${extension(value)}`,
  network: word('network'),
  bridge: word('bridge'),
  name: (n: number, value: string) => `name${n}${firstOf(/\//, value)}`,
  alias: (n: number, value: string) =>
    `${value.startsWith('ua-') ? 'ua-' : 'alias'}${n}${firstOf(/[^\w.-]/, value)}${/^ua-|\d$/.test(value) ? '' : 'x'}`.padEnd(
      value.length > 40 ? value.length : 0,
      'x',
    ),
  namespace: word('urn:redacted:'),
  node: word('node'),
  tag: longAs('tag', 31),
  group: word('group'),
  command: word('cmdline'),
  netdev: longAs('net', 15),
  sound: word('sound'),
  /** A number at its end would say a partition; the letters at its start say a bus. */
  drive: (n: number, value: string) => `${/^(fd|hd|sd|ubd|vd|xvd|nvme)/.exec(value)?.[0] ?? 'drive'}-${n}-x`,
  channel: (n: number, value: string) => `channel${n}${firstOf(/[/,]/, value)}`,
  /** Of fw_cfg: users have the names below opt/ (QEMU's docs/specs/fw_cfg.rst), none longer than 55 bytes. */
  firmware: (n: number, value: string) =>
    longAs(value.startsWith('opt/') ? 'opt/name' : 'name', 55)(n, value),
  encoded: (_: number, value: string) => value.replace(/[a-z\d]/gi, 'A'),
} satisfies Record<string, StandIn>;

/** A character that may not be there, which is what is wrong with the value. */
function firstOf(wrong: RegExp, value: string): string {
  return wrong.exec(value)?.[0] ?? '';
}

function extension(value: string): string {
  return /\.[a-z]\w{0,5}$/i.exec(value)?.[0] ?? '';
}

/** A table that is asked by names of others: none of them is one that every object has. */
export const kindsOf = (table: Readonly<Record<string, Kind>>): ReadonlyMap<string, Kind> =>
  new Map(Object.entries(table));
