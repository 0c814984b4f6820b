import type { Audio } from './audio';
import type { Sound } from './sound';
import type { Watchdog } from './watchdog';
import type { Panic } from './panic';
import type { Channel, Console, Parallel, Serial } from './chardev';
import type { Controller } from './controller';
import type { Disk } from './disk';
import type { Graphics } from './graphics';
import type { Hostdev } from './hostdev';
import type { Hub } from './hub';
import type { Input } from './input';
import type { Interface } from './interface';
import type { Iommu } from './iommu';
import type { Memballoon } from './memballoon';
import type { MemoryDevice } from './memory-device';
import type { Nvram } from './nvram';
import type { Pstore } from './pstore';
import type { Filesystem } from './filesystem';
import type { Vsock } from './vsock';
import type { Smartcard } from './smartcard';
import type { Redirdev } from './redirdev';
import type { Tpm } from './tpm';
import type { Shmem } from './shmem';
import type { Crypto } from './crypto';
import type { Rng } from './rng';
import type { Video } from './video';
import { keepLast } from './keep-last';

/** Every kind of device that can be converted; a registry over `kind` that misses one does not compile. */
export type Device =
  | Disk
  | Controller
  | Hostdev
  | Interface
  | Serial
  | Parallel
  | Console
  | Channel
  | Input
  | Graphics
  | Video
  | Memballoon
  | Rng
  | Hub
  | Panic
  | Watchdog
  | Sound
  | Audio
  | Smartcard
  | Redirdev
  | Tpm
  | Shmem
  | Crypto
  | Filesystem
  | Vsock
  | MemoryDevice
  | Iommu
  | Pstore
  | Nvram;

export type DeviceKind = Device['kind'];
export type DeviceOf<K extends DeviceKind> = Extract<Device, { kind: K }>;

/** The devices of one kind, in document order. */
export function devicesOf<K extends DeviceKind>(
  guest: { readonly devices: readonly Device[] },
  kind: K,
): readonly DeviceOf<K>[] {
  const { devices } = guest;
  return (
    devices.length > FEW ? (byKind(devices).get(kind) ?? NONE) : among(devices, kind)
  ) as readonly DeviceOf<K>[];
}

/** So many are looked through in less time than it takes to sort them. */
const FEW = 48;

const NONE: readonly Device[] = [];

function among(devices: readonly Device[], kind: DeviceKind): readonly Device[] {
  let found: Device[] | undefined;
  for (const device of devices) if (device.kind === kind) (found ??= []).push(device);
  return found ?? NONE;
}

/** Every device of a large guest asks for those of its kind; a list never changes. */
const byKind = keepLast((devices: readonly Device[]): ReadonlyMap<DeviceKind, readonly Device[]> => {
  const kinds = new Map<DeviceKind, Device[]>();
  for (const device of devices) {
    const list = kinds.get(device.kind);
    if (list === undefined) kinds.set(device.kind, [device]);
    else list.push(device);
  }
  return kinds;
});
