import { elementMisplaced, unsupported } from '../diagnostics/catalog';
import { closest } from '../diagnostics/closest';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Device } from '../model/device';
import { parseAudio } from './audio';
import { parseController } from './controller';
import { parseDisk } from './disk';
import { parseHub } from './hub';
import { parseInput } from './input';
import { parseIommu } from './iommu';
import { parseMemballoon } from './memballoon';
import { parseMemoryDevice } from './memory-device';
import { parseNvram } from './nvram';
import { parsePstore } from './pstore';
import { parseRng } from './rng';
import { parseVideo } from './video';
import { parseChannel } from './channel';
import { parseConsole } from './console';
import { parseParallel, parseSerial } from './serial';
import { parseSound } from './sound';
import { parseWatchdog } from './watchdog';
import { parsePanic } from './panic';
import { parseGraphics } from './graphics';
import { parseInterface } from './interface';
import { parseFilesystem } from './filesystem';
import { parseSmartcard } from './smartcard';
import { parseRedirdev } from './redirdev';
import { parseTpm } from './tpm';
import { parseShmem } from './shmem';
import { parseCrypto } from './crypto';
import { readLease } from './lease';
import { parseVsock } from './vsock';
import type { XmlElement } from './element';
import type * as UnreadHint from './unread-hint';
import { parseHostdev } from './hostdev';

/** `<devices>/<name>` -> the parser of that element. Undefined from a parser: reported, and left out. */
export const DEVICE_PARSERS: Readonly<Record<string, (element: XmlElement) => Device | undefined>> = {
  audio: parseAudio,
  controller: parseController,
  disk: parseDisk,
  hub: parseHub,
  input: parseInput,
  iommu: parseIommu,
  memballoon: parseMemballoon,
  memory: parseMemoryDevice,
  nvram: parseNvram,
  pstore: parsePstore,
  rng: parseRng,
  video: parseVideo,
  interface: parseInterface,
  graphics: parseGraphics,
  panic: parsePanic,
  watchdog: parseWatchdog,
  sound: parseSound,
  channel: parseChannel,
  console: parseConsole,
  parallel: parseParallel,
  serial: parseSerial,
  hostdev: parseHostdev,
  vsock: parseVsock,
  crypto: parseCrypto,
  shmem: parseShmem,
  tpm: parseTpm,
  redirdev: parseRedirdev,
  smartcard: parseSmartcard,
  lease: readLease,
  filesystem: parseFilesystem,
};

/** Children of `<devices>` that are no devices, read elsewhere. */
const NOT_DEVICES = new Set(['emulator', 'redirfilter']);

export function parseDevices(domain: XmlElement): Device[] {
  const parsed: Device[] = [];
  for (const devices of domain.children('devices'))
    for (const element of devices.children('*')) {
      const device = parseDevice(element);
      if (device !== undefined) parsed.push(device);
    }
  return parsed;
}

function parseDevice(element: XmlElement): Device | undefined {
  const { name } = element;
  if (NOT_DEVICES.has(name)) return undefined;
  const parser = Object.hasOwn(DEVICE_PARSERS, name) ? DEVICE_PARSERS[name] : undefined;
  if (parser !== undefined) return parser(element);
  element.skipAll();
  element.report(notADevice(element));
  return undefined;
}

function notADevice({ name, at }: XmlElement): Diagnostic {
  // Loaded here: hardly any file has such an element.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { placeOfElement } = require('./unread-hint') as typeof UnreadHint;
  const place = placeOfElement(name);
  if (place !== undefined) return elementMisplaced(at, name, 'devices', place);
  const meant = closest(name, [...Object.keys(DEVICE_PARSERS), ...NOT_DEVICES]);
  return unsupported(at, `<${name}>`, meant && `did you mean <${meant}>? else remove it`);
}
