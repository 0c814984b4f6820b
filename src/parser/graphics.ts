import { attributeMisplaced } from '../diagnostics/catalog';
import type { Graphics, Listen, Spice } from '../model/graphics';
import { parseOffBus } from './device-base';
import type { XmlElement } from './element';

const PORT = { min: -1, max: 65535 };
const COMPRESSIONS = ['auto', 'never', 'always'] as const;
const CHANNELS = [
  'main',
  'display',
  'inputs',
  'cursor',
  'playback',
  'record',
  'smartcard',
  'usbredir',
] as const;
const MODES = ['any', 'secure', 'insecure'] as const;

export function parseGraphics(element: XmlElement): Graphics | undefined {
  element.required('@type');
  const type = element.choice('@type', ['vnc', 'spice', 'sdl', 'egl-headless', 'dbus']);
  const base = { kind: 'graphics', ...parseOffBus(element), ...parseServed(element, type) } as const;
  switch (type) {
    case 'vnc':
      return {
        type,
        ...base,
        keymap: element.text('@keymap'),
        socket: element.text('@socket'),
        websocket: element.integer('@websocket', PORT),
        sharePolicy: element.choice('@sharePolicy', ['allow-exclusive', 'force-shared', 'ignore']),
        powerControl: element.yes('@powerControl'),
        audioId: element.integer('audio/@id', { min: 1, max: 255 }),
      };
    case 'spice':
      return { type, ...base, keymap: element.text('@keymap'), ...parseSpice(element), ...parseGl(element) };
    case 'sdl':
      return {
        type,
        ...base,
        display: element.text('@display'),
        xauth: element.text('@xauth'),
        fullscreen: element.yes('@fullscreen'),
        gl: element.yes('gl/@enable'),
      };
    case 'egl-headless':
      return { type, ...base, rendernode: element.text('gl/@rendernode') };
    case 'dbus':
      return {
        type,
        ...base,
        p2p: element.yes('@p2p'),
        busAddress: element.text('@address'),
        audioId: element.integer('audio/@id', { min: 1, max: 255 }),
        ...parseGl(element),
      };
    default:
      return undefined;
  }
}

function parseGl(element: XmlElement) {
  return { gl: element.yes('gl/@enable'), rendernode: element.text('gl/@rendernode') };
}

/** What a screen has that is looked at over a socket; of the others it is not read. */
function parseServed(element: XmlElement, type: Graphics['type'] | undefined) {
  if (type !== 'vnc' && type !== 'spice') return { listens: [] };
  return {
    port: element.integer('@port', PORT),
    autoport: element.yes('@autoport'),
    password: element.text('@passwd'),
    passwordValidTo: element.text('@passwdValidTo'),
    connected: element.choice('@connected', ['fail', 'disconnect', 'keep']),
    listens: parseListens(element),
  };
}

/** `listen=` is the address of the first `<listen>`, in the form that old files have. */
function parseListens(element: XmlElement): Listen[] {
  const address = element.text('@listen') || undefined;
  const listens = element
    .children('listen')
    .map((listen, index) => parseListen(listen, addressOf(element, listen, address, index)));
  return listens.length === 0 && address !== undefined
    ? [{ at: element.at.of('@listen'), type: 'address', address }]
    : listens;
}

function parseListen(listen: XmlElement, address: string | undefined): Listen {
  listen.required('@type', "add type='address'");
  const type = listen.choice('@type', ['address', 'network', 'socket', 'none']) ?? 'address';
  if (type === 'network') listen.required('@network', 'name the network');
  return {
    at: listen.at,
    type,
    address,
    network: ofType(listen, 'network'),
    socket: ofType(listen, 'socket'),
  };
}

/** What the older form says is said of the first. */
function addressOf(
  element: XmlElement,
  listen: XmlElement,
  old: string | undefined,
  index: number,
): string | undefined {
  const address = listen.text('@address') || undefined;
  if (index > 0 || old === undefined || (listen.text('@type') ?? 'address') !== 'address') return address;
  if (address !== undefined && address !== old)
    element.invalid('@listen', old, `the address of the first <listen>, which is '${address}'`);
  return address ?? old;
}

type SpiceSettings = Omit<
  Spice,
  | keyof ReturnType<typeof parseServed>
  | keyof ReturnType<typeof parseOffBus>
  | 'type'
  | 'kind'
  | 'keymap'
  | 'gl'
  | 'rendernode'
>;

function parseSpice(element: XmlElement): SpiceSettings {
  return {
    tlsPort: element.integer('@tlsPort', PORT),
    defaultMode: element.choice('@defaultMode', MODES),
    channels: element.children('channel').flatMap((channel) => {
      const name = channel.choice('@name', CHANNELS);
      const mode = channel.choice('@mode', MODES);
      return name && mode ? [{ name, mode }] : [];
    }),
    imageCompression: element.choice('image/@compression', [
      'auto_glz',
      'auto_lz',
      'quic',
      'glz',
      'lz',
      'off',
    ]),
    jpegCompression: element.choice('jpeg/@compression', COMPRESSIONS),
    zlibCompression: element.choice('zlib/@compression', COMPRESSIONS),
    playbackCompression: element.on('playback/@compression'),
    streamingMode: element.choice('streaming/@mode', ['filter', 'all', 'off']),
    copypaste: element.yes('clipboard/@copypaste'),
    mouseMode: element.choice('mouse/@mode', ['server', 'client']),
    filetransfer: element.yes('filetransfer/@enable'),
  };
}

/** What only a `<listen>` of the type by its name has. */
function ofType(listen: XmlElement, name: 'network' | 'socket'): string | undefined {
  const value = listen.text(`@${name}`);
  if (value !== undefined && listen.text('@type') !== name)
    listen.report(attributeMisplaced(listen.at.of(`@${name}`), name, `<listen type='${name}'>`));
  return value;
}
