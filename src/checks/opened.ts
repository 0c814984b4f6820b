import type { Disk } from '../model/disk';
import type { Hostdev } from '../model/hostdev';
import type { HostFacts } from '../host/facts';
import { madeOf, nodeByPath } from '../host/block';
import { lunIdentity } from '../host/lun-identity';
import { blockBehind } from '../host/scsi';
import type { Place } from '../model/place';
import type { LaunchPlan } from '../model/plan';
import { pathOf } from './scsi/passed';
import type { SourceUse } from './source-use';

/** A path of the host that QEMU opens for a device. */
export interface Opened extends SourceUse {
  readonly device: Disk | Hostdev;
  readonly path: string;
}

export function openedBy({ devices }: LaunchPlan): readonly Opened[] {
  return devices.flatMap((planned): Opened[] => {
    if (planned.kind === 'disk') {
      const { device, backend, frontend } = planned;
      const path = pathOf(backend);
      // The changes of a -drive with snapshot=on go elsewhere.
      const discards = backend?.form === 'drive' && backend.snapshot === true;
      const reads = device.readonly || device.device === 'cdrom' || discards;
      return path === undefined ? [] : [{ device, path, shared: frontend?.shareRw === true, reads }];
    }
    if (planned.kind !== 'hostdev' || planned.passed.type !== 'scsi') return [];
    const { device, passed } = planned;
    const path = pathOf(passed.backend);
    return path === undefined
      ? []
      : [{ device, path, shared: passed.shareRw === true, reads: device.readonly }];
  });
}

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
