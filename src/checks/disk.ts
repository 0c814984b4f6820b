import { diskDiscardIgnored, diskSharedCache } from '../diagnostics/catalog';
import { blockByPath } from '../host/block';
import { devicesOf } from '../model/device';
import type { Disk } from '../model/disk';
import { hardwareOf } from '../qemu/machines';
import type { Check, CheckInput } from './check';

/** Caches of this host that another host does not see through. */
export const diskCaches: Check = ({ guest, context }) => {
  for (const { at, shareable, readonly, driver } of devicesOf(guest, 'disk')) {
    const { cache = 'default' } = driver;
    if (shareable && !readonly && (cache === 'writeback' || cache === 'writethrough' || cache === 'unsafe'))
      context.report(diskSharedCache(at.of('driver/@cache'), cache));
  }
};

/** `discard='unmap'` where it ends nowhere. */
export const discards: Check = (input) => {
  for (const disk of devicesOf(input.guest, 'disk')) {
    if (disk.driver.discard !== 'unmap') continue;
    const reason = deafFront(disk, input) ?? deafFormat(disk) ?? deafSource(disk, input);
    if (reason !== undefined) {
      const [why, help] = reason;
      input.context.report(diskDiscardIgnored(disk.at.of('driver/@discard'), why, help));
    }
  }
};

type Reason = readonly [why: string, help: string];

const REMOVE = 'remove the attribute';

/** Devices that have no command for it (QEMU hw/block/fdc.c, hw/sd/sd.c), or pass it by. */
function deafFront(
  { device, readonly, target: { bus } }: Disk,
  { plan, context }: CheckInput,
): Reason | undefined {
  // checks/scsi/lun-settings.ts speaks of LUNs.
  if (device === 'lun') return undefined;
  if (device === 'cdrom' || readonly) return ['nothing is written to this disk', REMOVE];
  if (bus === 'fdc' || bus === 'sd') return [`bus '${bus}' has no discard`, 'use bus virtio, scsi or sata'];
  if (bus !== 'virtio') return undefined;
  if (!context.qemu.has('virtio-blk.discard'))
    return ['virtio disks of this QEMU have no discard', 'use QEMU 4.0 or later, or bus scsi'];
  // Machine types before 4.0 keep it off (QEMU hw/core/machine.c, hw_compat_3_1).
  const [major] = hardwareOf(plan.machine.type) ?? [4];
  return major < 4
    ? [
        `virtio disks of a ${plan.machine.type} have no discard`,
        'use a machine type of 4.0 or later, or bus scsi',
      ]
    : undefined;
}

/** Formats whose driver has no bdrv_co_pdiscard (QEMU block/). */
const DEAF_FORMATS = new Set([
  'qcow',
  'vmdk',
  'vdi',
  'vpc',
  'vhdx',
  'qed',
  'bochs',
  'cloop',
  'dmg',
  'parallels',
  'ploop',
]);

function deafFormat({ driver: { type } }: Disk): Reason | undefined {
  return type !== undefined && DEAF_FORMATS.has(type)
    ? [`QEMU does not discard in images of format ${type}`, "use type='qcow2' or 'raw'"]
    : undefined;
}

const DEAF_PROTOCOLS = new Set(['http', 'https', 'ftp', 'ftps', 'tftp', 'ssh', 'nfs', 'vxhs']);

function deafSource({ source, driver }: Disk, { context }: CheckInput): Reason | undefined {
  if (source?.type === 'network' && DEAF_PROTOCOLS.has(source.protocol))
    return [`the protocol ${source.protocol} has no discard`, REMOVE];
  // A qcow2 image on a block device still frees its own clusters.
  if (source?.type !== 'block' || source.path === undefined || driver.type === 'qcow2') return undefined;
  const block = blockByPath(context.host, source.path);
  return typeof block === 'object' && block.discards === false
    ? [`${source.path} of this host takes no discards`, REMOVE]
    : undefined;
}
