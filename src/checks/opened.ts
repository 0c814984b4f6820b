import type { Disk } from '../model/disk';
import type { Hostdev } from '../model/hostdev';
import type { HostFacts } from '../host/facts';
import { madeOf, nodeByPath } from '../host/block';
import { lunIdentity } from '../host/lun-identity';
import { blockBehind } from '../host/scsi';
import type { Place } from '../model/place';
import type { LaunchPlan } from '../model/plan';
import type { Qemu } from '../qemu/qemu';
import { locksOut } from '../resolver/scsi/share-rw';
import { pathOf } from './scsi/passed';
import type { SourceUse } from './source-use';

/** A path of the host that QEMU opens for a device. */
export interface Opened extends SourceUse {
  readonly device: Disk | Hostdev;
  readonly path: string;
}

export function openedBy({ devices }: LaunchPlan, qemu: Qemu): readonly Opened[] {
  return devices.flatMap((planned): Opened[] => {
    if (planned.kind === 'disk') {
      const { device, backend, frontend } = planned;
      const path = pathOf(backend);
      // The changes of a -drive with snapshot=on go elsewhere.
      const discards = backend?.form === 'drive' && backend.snapshot === true;
      const reads = device.readonly || device.device === 'cdrom' || discards;
      const shared = frontend?.shareRw === true || isShared(device, frontend?.driver, qemu);
      return path === undefined ? [] : [{ device, path, shared, reads }];
    }
    if (planned.kind !== 'hostdev' || planned.passed.type !== 'scsi') return [];
    const { device, passed } = planned;
    const path = pathOf(passed.backend);
    const shared = isShared(device, passed.driver, qemu);
    return path === undefined ? [] : [{ device, path, shared, reads: device.readonly }];
  });
}

/**
 * By the XML's word, unless a lock of QEMU's stands against it. libvirt tells no hostdev to share: it makes the nodes that a
 * guest opens in a /dev of the guest's own (src/qemu/qemu_namespace.c), where its lock meets no other's.
 */
function isShared({ shareable }: Disk | Hostdev, driver: string | undefined, qemu: Qemu): boolean {
  const locked = (driver === 'scsi-block' || driver === 'scsi-generic') && locksOut(driver, qemu);
  return shareable && !locked;
}

/**
 * Whether QEMU's locks keep two users of one device apart: they are on the file (block/file-posix.c v2.10.0), of any kind, and
 * an sg node is another one than its block sibling.
 */
export function lockedApart(a: string, b: string, qemu: Qemu): boolean {
  return qemu.has('file.locking') && isSgNode(a) === isSgNode(b);
}

const isSgNode = (path: string) => /^\/dev\/sg\d/.test(path);

/** The same for all names of a file or device, and for all ways to a LUN, as far as the facts go. */
export function identityOf(host: HostFacts, path: string): string {
  return lunIdentity(host, path) ?? fileOf(host, path);
}

/** The same for all names of what QEMU opens: two paths of a LUN are two. */
export function fileOf(host: HostFacts, path: string): string {
  const block = blockBehind(host, path);
  if (block !== undefined) return block.path;
  const node = nodeByPath(host, path);
  return typeof node === 'object' ? (node.target ?? path) : path;
}

/** The identities of all that a partition, a volume or a map is made of; a path of a map is the same LUN, not a part. */
export function wholesOf(host: HostFacts, path: string): readonly string[] {
  const block = blockBehind(host, path);
  if (block === undefined) return [];
  const below = [...madeOf(host, block)].map((whole) => identityOf(host, whole));
  return below.length === 0 ? below : below.filter((whole) => whole !== identityOf(host, path));
}

export function deviceName(device: Disk | Hostdev): string {
  return device.kind === 'disk' ? `<disk> '${device.target.dev}'` : 'a <hostdev>';
}

/** Where a source is named. */
export function sourceAt({ device }: Opened): Place {
  return device.kind === 'disk' ? (device.source?.at ?? device.at) : device.at.of('source');
}
