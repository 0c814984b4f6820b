import { diskOnSgNode, scsiBlockType, scsiGenericForDisk } from '../../diagnostics/catalog';
import type { HostFacts } from '../../host/facts';
import { deviceNodeByPath, scsiBehindPath, scsiDeviceByNode, stableName } from '../../host/scsi';
import { devicesOf } from '../../model/device';
import { factOf, isMedia, nameOfType } from '../../resolver/scsi/host';
import type { Check, CheckInput } from '../check';
import { passedLuns } from './passed';

/** Whether the driver fits the type of device: a profile or an option may have decided against what the host says. */
export const lunDrivers: Check = (input) => {
  const { plan, context, skip } = input;
  for (const { at, path, driver } of passedLuns(plan)) {
    if (path === undefined) continue;
    const [device] = scsiBehindPath(context.host, path);
    if (device === undefined) skip('whether its LUNs are disks, tapes or something else');
    else if (driver === 'scsi-block' && !isMedia(device))
      context.report(scsiBlockType(at, path, factOf(device)));
    else if (driver === 'scsi-generic' && isMedia(device) && device.block && context.qemu.has('scsi-block'))
      context.report(scsiGenericForDisk(at, path, stableName(device.block) ?? device.block.path));
  }
  emulatedOnSg(input);
};

/** scsi-hd and all other emulated disks ask for a block node: "unwanted /dev/sg*" (QEMU hw/scsi/scsi-disk.c). */
function emulatedOnSg({ guest, context }: CheckInput): void {
  for (const { device, source } of devicesOf(guest, 'disk')) {
    if (device === 'lun' || source?.type !== 'block' || source.path === undefined) continue;
    const { path } = source;
    const what = characterNode(path, context.host);
    if (what !== undefined) context.report(diskOnSgNode(source.at.of('@dev'), path, ...what));
  }
}

/** What a node is that is none of blocks, and the block node of the same device; undefined: it is one, or not known. */
function characterNode(
  path: string,
  host: HostFacts,
): readonly [what: string, block: string | undefined] | undefined {
  const found = scsiDeviceByNode(host, path);
  const node = typeof found === 'object' ? deviceNodeByPath(found, path) : undefined;
  if (typeof found !== 'object' || node === undefined)
    return /^\/dev\/sg\d+$/.test(path) ? ['an sg node', undefined] : undefined;
  if (node === found.block) return undefined;
  return [node === found.sg ? 'an sg node' : nameOfType(found), found.block?.path];
}
