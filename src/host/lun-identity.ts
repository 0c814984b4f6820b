import { wwnDigits } from '../model/wwn';
import { multipathOf } from './block';
import type { HostFacts, ScsiDevice } from './facts';
import { blockBehind, hctlText, scsiBehind, scsiDeviceByNode } from './scsi';

/**
 * The same for whatever leads to one LUN: its nodes, their links, all paths to it, and the multipath map of these.
 * Undefined: the path leads to no block device and no LUN that the facts know.
 */
export function lunIdentity(facts: HostFacts, path: string): string | undefined {
  const block = blockBehind(facts, path);
  const map = block && (block.dm?.type === 'multipath' ? block : multipathOf(facts, block)?.map);
  const own = scsiDeviceByNode(facts, path);
  const device = typeof own === 'object' ? own : map && scsiBehind(facts, map)[0];
  const named = device && worldwideName(device);
  if (named !== undefined) return named;
  return map?.path ?? block?.path ?? (device && `SCSI device ${hctlText(device.hctl)}`);
}

/** Some devices call all of their LUNs the same: the paths of one have one number and one size, too. */
function worldwideName({ wwid, hctl, type, size }: ScsiDevice): string | undefined {
  const wwn = wwid === undefined ? undefined : wwnDigits(wwid);
  return wwn === undefined ? undefined : ['LUN', wwn, hctl.lun, type, size].join(' ');
}
