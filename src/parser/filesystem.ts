import { FILESYSTEM_TYPES, type Filesystem, type VirtiofsServer } from '../model/filesystem';
import { UINT } from '../model/number';
import { VIRTIO_MODELS } from '../model/virtio';
import { parseBootable } from './device-base';
import type { XmlElement } from './element';
import { parseIdRange } from './idmap';
import { parseScaledSize } from './scaled-size';
import { parseVirtioOptions } from './virtio';

const DRIVERS = ['path', 'handle', 'loop', 'nbd', 'ploop', 'virtiofs', 'mtp'] as const;
/** Quotas that containers have, and no QEMU. */
const LIMITS = ['space_hard_limit', 'space_soft_limit'] as const;

export function parseFilesystem(element: XmlElement): Filesystem {
  const driver = element.choice('driver/@type', DRIVERS) ?? 'path';
  const at = element.child('source')?.at ?? element.at;
  return {
    kind: 'filesystem',
    ...parseBootable(element),
    type: element.choice('@type', FILESYSTEM_TYPES) ?? 'mount',
    model: element.choice('@model', VIRTIO_MODELS) ?? 'virtio',
    driver,
    accessMode: element.choice('@accessmode', ['passthrough', 'mapped', 'squash']),
    multidevs: element.choice('@multidevs', ['default', 'remap', 'forbid', 'warn']),
    fmode: parseMode(element, '@fmode'),
    dmode: parseMode(element, '@dmode'),
    writePolicy: element.choice('driver/@wrpolicy', ['immediate']),
    queueSize: driver === 'virtiofs' ? parseQueueSize(element) : undefined,
    readonly: element.has('readonly'),
    source: { at, dir: element.text('source/@dir'), socket: element.text('source/@socket') },
    target: element.required('target/@dir'),
    server: parseServer(element),
    limited: LIMITS.map((name) => parseScaledSize(element, name, 1) ?? 0).some((limit) => limit > 0),
    // mtp is a USB device
    virtio: driver === 'mtp' ? {} : parseVirtioOptions(element),
  };
}

/** 0 is QEMU's own choice. */
function parseQueueSize(element: XmlElement): number | undefined {
  return element.integer('driver/@queue', { max: UINT }) || undefined;
}

function parseMode(element: XmlElement, path: string): string | undefined {
  const mode = element.text(path);
  if (mode === undefined) return undefined;
  const bits = /^[0-7]+$/.test(mode) ? Number.parseInt(mode, 8) : Number.NaN;
  if (bits <= 0o777) return bits.toString(8).padStart(4, '0');
  element.invalid(path, mode, 'permissions as octal digits, such as 644');
  return undefined;
}

const LOCKS = ['posix', 'flock'] as const;

function parseServer(element: XmlElement): VirtiofsServer {
  return {
    path: element.text('binary/@path'),
    xattr: element.on('binary/@xattr'),
    cache: element.choice('binary/cache/@mode', ['none', 'always']),
    sandbox: element.choice('binary/sandbox/@mode', ['namespace', 'chroot']),
    threads: parseThreads(element),
    locks: LOCKS.filter((name) => element.on(`binary/lock/@${name}`) === true),
    openFiles: element.integer('binary/openfiles/@max'),
    users: element.children('idmap/uid').map(parseIdRange),
    groups: element.children('idmap/gid').map(parseIdRange),
  };
}

/** -1 is virtiofsd's own choice. */
function parseThreads(element: XmlElement): number | undefined {
  const size = element.integer('binary/thread_pool/@size', { min: -1, max: UINT });
  return size === -1 ? undefined : size;
}
