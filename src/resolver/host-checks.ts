import {
  hostDeviceInUse,
  hostDeviceReadOnly,
  hostMultipathPath,
  hostPathAbsent,
  hostPathDenied,
  pathWrongKind,
} from '../diagnostics/catalog';
import { blockByPath, multipathOf, nodeByPath, usesBeyondMap } from '../host/block';
import type { Access, BlockDevice, Lookup, ScsiDevice } from '../host/facts';
import { scsiDeviceByAdapter, scsiDeviceByNode } from '../host/scsi';
import { findScsiLun } from '../host/scsi-finding';
import type { Device } from '../model/device';
import type { Disk } from '../model/disk';
import type { Domain } from '../model/domain';
import type { Hostdev } from '../model/hostdev';
import type { Place } from '../model/place';
import type { Context } from './context';

/** Whether the host has what the guest is to open, and lets it go; nothing is said of what is not known. */
export function checkHost(guest: Domain, context: Context): Domain {
  if (context.profile.checksHost) for (const device of guest.devices) checkDevice(device, context);
  return guest;
}

function checkDevice(device: Device, context: Context): void {
  if (device.kind === 'disk') checkDisk(device, context);
  if (device.kind === 'hostdev') checkHostdev(device, context);
}

function checkDisk(disk: Disk, context: Context): void {
  const { source } = disk;
  if ((source?.type !== 'file' && source?.type !== 'block') || source.path === undefined) return;
  const { path } = source;
  const at = source.at.of(source.type === 'file' ? '@file' : '@dev');
  const writes = !disk.readonly && disk.device !== 'cdrom';
  const block = blockByPath(context.host, path);
  if (typeof block === 'object') {
    checkBlock({ at, path, writes }, block, context);
    return;
  }
  const node = nodeByPath(context.host, path);
  if (typeof node === 'object' && node.kind === 'directory')
    context.report(pathWrongKind(at, 'the source', path, 'a folder'));
  else if (typeof node === 'object') checkAccess({ at, path, writes }, node.access, context);
  // A LUN that is not there is refused by the SCSI passthrough; a disk that may be left out without a source is.
  else if (
    (node === 'absent' || block === 'absent') &&
    typeof scsiDeviceByNode(context.host, path) !== 'object' &&
    disk.device !== 'lun' &&
    source.startupPolicy !== 'optional'
  )
    context.report(hostPathAbsent(at, path));
}

interface Use {
  readonly at: Place;
  readonly path: string;
  readonly writes: boolean;
}

const HELD =
  'something holds it for itself alone, and the kernel does not say what: a ZFS pool, or a process';

function checkBlock(use: Use, block: BlockDevice, context: Context): void {
  const { host, report } = context;
  const { at, path, writes } = use;
  checkAccess(use, block.access, context);
  if (writes && block.readOnly) report(hostDeviceReadOnly(at, path));
  const map = multipathOf(host, block);
  if (map !== undefined) report(hostMultipathPath(at, path, map.name));
  const known = writes ? usesBeyondMap(host, block) : [];
  const uses = known.length === 0 && writes && block.held === true ? [HELD] : known;
  if (uses.length > 0) report(hostDeviceInUse(at, path, uses));
}

function checkAccess({ at, path, writes }: Use, access: Access | undefined, { report }: Context): void {
  const enough = access === undefined || access === 'read-write' || (access === 'read-only' && !writes);
  if (!enough) report(hostPathDenied(at, path, writes ? 'read and write' : 'read'));
}

function checkHostdev(hostdev: Hostdev, context: Context): void {
  const { source, at, readonly } = hostdev;
  const { host } = context;
  if (source.type === 'scsi-host') checkLun(hostdev, scsiDeviceByAdapter(host, source), context);
  if (source.type !== 'scsi-reference') return;
  const found = findScsiLun(host, source.reference);
  if (found.outcome === 'device') checkLun(hostdev, found.device, context);
  if (found.outcome !== 'path') return;
  const { path } = found;
  const device = scsiDeviceByNode(host, path);
  if (typeof device === 'object') checkLun(hostdev, device, context);
  else {
    const block = blockByPath(host, path);
    if (typeof block === 'object')
      checkBlock({ at: at.of('source'), path, writes: !readonly }, block, context);
  }
}

/** QEMU opens one of its nodes, so one that may be opened is enough. */
function checkLun({ at, readonly }: Hostdev, device: Lookup<ScsiDevice>, context: Context): void {
  if (typeof device !== 'object') return;
  const { block, sg } = device;
  const nodes = [block, sg].filter((node) => node !== undefined);
  const [first] = nodes;
  if (first !== undefined && nodes.every(({ access }) => access === 'none'))
    context.report(hostPathDenied(at.of('source'), first.path, 'read and write'));
  const known = block && blockByPath(context.host, block.path);
  if (typeof known === 'object')
    checkBlock(
      { at: at.of('source'), path: known.path, writes: !readonly },
      // Which node, and whether it may be opened, was said above.
      { ...known, access: undefined },
      context,
    );
}
