import {
  hostDeviceInUse,
  hostDeviceReadOnly,
  hostMultipathPath,
  hostPathAbsent,
  pathWrongKind,
} from '../diagnostics/catalog';
import { blockByPath, multipathOf, nodeByPath, usesBeyondMap } from '../host/block';
import type { BlockDevice, HostFacts } from '../host/facts';
import { blockBehind, blockOf, scsiDeviceByAdapter, scsiDeviceByNode } from '../host/scsi';
import { findScsiLun } from '../host/scsi-finding';
import type { Device } from '../model/device';
import type { Disk } from '../model/disk';
import type { Domain } from '../model/domain';
import type { Hostdev } from '../model/hostdev';
import type { Context } from './context';
import { checkAccess, type Use } from './host-access';

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
  const use = { at, path, writes: !disk.readonly && disk.device !== 'cdrom' };
  if (disk.device === 'lun') {
    checkUse(use, blockBehind(context.host, path), context);
    return;
  }
  const block = blockByPath(context.host, path);
  if (typeof block === 'object') {
    checkAccess(use, block.access, context);
    checkUse(use, block, context);
    return;
  }
  const node = nodeByPath(context.host, path);
  if (typeof node === 'object' && node.kind === 'directory')
    context.report(pathWrongKind(at, 'the source', path, 'a folder'));
  else if (typeof node === 'object') checkAccess(use, node.access, context);
  // A disk that may be left out without a source is.
  else if (
    (node === 'absent' || block === 'absent') &&
    typeof scsiDeviceByNode(context.host, path) !== 'object' &&
    source.startupPolicy !== 'optional'
  )
    context.report(hostPathAbsent(at, path));
}

const HELD =
  'something holds it for itself alone, and the kernel does not say what: a ZFS pool, or a process';

function checkUse({ at, path, writes }: Use, block: BlockDevice | undefined, context: Context): void {
  if (block === undefined) return;
  const { host, report } = context;
  if (writes && block.readOnly) report(hostDeviceReadOnly(at, path));
  const map = multipathOf(host, block);
  if (map !== undefined) report(hostMultipathPath(at, path, map.name));
  const known = writes ? usesBeyondMap(host, block) : [];
  const uses = known.length === 0 && writes && block.held === true ? [HELD] : known;
  if (uses.length > 0) report(hostDeviceInUse(at, path, uses));
}

/** Whether QEMU may open a LUN, and whether it is there, is said where its node is chosen (scsi/choice.ts). */
function checkHostdev(hostdev: Hostdev, context: Context): void {
  const { path, block } = blockOfLun(hostdev, context.host);
  if (block === undefined) return;
  const use = { at: hostdev.at.of('source'), path: path ?? block.path, writes: !hostdev.readonly };
  checkUse(use, block, context);
}

/** `path`: of a multipath map, as the XML names it. */
function blockOfLun(
  { source }: Hostdev,
  host: HostFacts,
): { readonly path?: string; readonly block?: BlockDevice | undefined } {
  if (source.type === 'scsi-host') return { block: blockOf(host, scsiDeviceByAdapter(host, source)) };
  if (source.type !== 'scsi-reference') return {};
  const found = findScsiLun(host, source.reference);
  if (found.outcome === 'device') return { block: blockOf(host, found.device) };
  if (found.outcome !== 'path') return {};
  const device = scsiDeviceByNode(host, found.path);
  if (typeof device === 'object') return { block: blockOf(host, device) };
  return { path: found.path, block: blockBehind(host, found.path) };
}
