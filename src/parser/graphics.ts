import { attributeMisplaced } from '../diagnostics/catalog';
import type { Graphics, Listen, Spice } from '../model/graphics';
import { parseAudioId } from './audio';
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
  const type = element.choice('@type', ['vnc', 'spice', 'rdp', 'sdl', 'egl-headless', 'dbus']);
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
        audioId: parseAudioId(element),
      };
    case 'spice':
      return { type, ...base, keymap: element.text('@keymap'), ...parseSpice(element), ...parseGl(element) };
    case 'rdp':
      return {
        type,
        ...base,
        username: element.text('@username'),
        multiUser: element.yes('@multiUser'),
        replaceUser: element.yes('@replaceUser'),
      };
    case 'sdl':
      return {
        type,
        ...base,
        display: element.text('@display'),
        xauth: element.text('@xauth'),
        fullscreen: element.yes('@fullscreen'),
        ...parseGlSwitch(element),
      };
    case 'egl-headless':
      return { type, ...base, rendernode: element.text('gl/@rendernode') };
    case 'dbus':
      return {
        type,
        ...base,
        p2p: element.yes('@p2p'),
        busAddress: element.text('@address'),
        audioId: parseAudioId(element),
        ...parseGl(element),
      };
    default:
      return undefined;
  }
}

function parseGl(element: XmlElement) {
  return { ...parseGlSwitch(element), rendernode: element.text('gl/@rendernode') };
}

function parseGlSwitch(element: XmlElement) {
  element.whole('gl', '@enable');
  return { gl: element.yes('gl/@enable') };
}

/** What a screen has that is looked at over a socket; of the others it is not read. */
function parseServed(element: XmlElement, type: Graphics['type'] | undefined) {
  if (type !== 'vnc' && type !== 'spice' && type !== 'rdp') return { listens: [] };
  return {
    port: element.integer('@port', PORT),
    autoport: element.yes('@autoport'),
    // an empty one is asked for, and nobody can give it
    password: element.rawText('@passwd'),
    passwordValidTo: element.text('@passwdValidTo'),
    connected: element.choice('@connected', ['fail', 'disconnect', 'keep']),
    listens: parseListens(element),
  };
}

/** `listen=` is the address of the first `<listen>`, in the form that old files have. */
function parseListens(element: XmlElement): Listen[] {
  const address = element.textOrEmpty('@listen') || undefined;
  const listens = element.children('listen').map((listen, index) => ({
    ...parseListen(listen, addressOf(element, listen, address, index)),
    ...(index === 0 ? parseOldSocket(element, listen) : {}),
  }));
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
  const address = listen.textOrEmpty('@address') || undefined;
  if (index > 0 || old === undefined || (listen.text('@type') ?? 'address') !== 'address') return address;
  if (address !== undefined && address !== old)
    element.invalid('@listen', old, `the address of the first <listen>, which is '${address}'`);
  return address ?? old;
}

/** `socket=` is the path of the first `<listen type='socket'>` in the same way. */
function parseOldSocket(element: XmlElement, listen: XmlElement): Pick<Listen, 'socket'> | undefined {
  const old = element.text('@socket');
  if (old === undefined || listen.text('@type') !== 'socket') return undefined;
  const path = listen.text('@socket');
  if (path !== undefined && path !== old)
    element.invalid('@socket', old, `the path of the first <listen>, which is '${path}'`);
  return { socket: path ?? old };
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

/** What an element is nothing without, if it is there. */
const WHOLE = [
  ['image', '@compression'],
  ['jpeg', '@compression'],
  ['zlib', '@compression'],
  ['playback', '@compression'],
  ['streaming', '@mode'],
  ['clipboard', '@copypaste'],
  ['mouse', '@mode'],
  ['filetransfer', '@enable'],
] as const;

function parseSpice(element: XmlElement): SpiceSettings {
  for (const [name, attribute] of WHOLE) element.whole(name, attribute);
  return {
    tlsPort: element.integer('@tlsPort', PORT),
    defaultMode: element.choice('@defaultMode', MODES),
    channels: element.children('channel').flatMap((channel) => {
      for (const attribute of ['@name', '@mode']) channel.required(attribute);
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
  const value = listen.text(`@${name}`) || undefined;
  if (value !== undefined && listen.text('@type') !== name)
    listen.report(attributeMisplaced(listen.at.of(`@${name}`), name, `<listen type='${name}'>`));
  return value;
}
