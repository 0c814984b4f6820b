import { scsiDeviceNotFound } from '../diagnostics/catalog';
import { blockByPath, nodeByPath } from '../host/block';
import type { BlockDevice, BlockKind, ScsiDevice } from '../host/facts';
import { deviceNodeByPath, hctlText, scsiDeviceByAdapter, scsiDeviceByNode, stableName } from '../host/scsi';
import type { Disk } from '../model/disk';
import type { Hostdev, ScsiHostSource } from '../model/hostdev';
import type { Place } from '../model/place';
import { locateSource } from './block-backend/volume';
import type { Context } from './context';
import { sourceByName, type ScsiSource } from './scsi-source';

/** SPC-4 table 49, the types that people meet. */
const TYPES: Readonly<Record<number, string>> = {
  0: 'a disk',
  1: 'a tape',
  2: 'a printer',
  3: 'a processor',
  4: 'a WORM drive',
  5: 'a CD/DVD drive',
  6: 'a scanner',
  7: 'an optical memory',
  8: 'a media changer',
  12: 'a storage array controller',
  13: 'an enclosure',
  14: 'a simplified disk',
  17: 'an object store',
  20: 'a host-managed zoned disk',
};

/** Types that sd or sr drive, and so have a block node (Linux drivers/scsi/sd.c sd_probe, sr.c sr_probe). */
const MEDIA = new Set([0, 4, 5, 7, 14, 20]);

const FOREIGN: Readonly<Record<Exclude<BlockKind, 'disk' | 'rom' | 'dm'>, string>> = {
  partition: 'a partition',
  md: 'a software RAID',
  loop: 'a loop device',
  nvme: 'an NVMe device',
  virtio: 'a virtio disk',
  nbd: 'a network block device',
  rbd: 'a Ceph block device',
  floppy: 'a floppy drive',
  ram: 'a RAM disk',
  other: 'a block device of another kind',
};

/** What the XML names, with what is known of it on the host; undefined: it is not there, and that was reported. */
export function scsiSourceOf(device: Disk | Hostdev, context: Context): ScsiSource | undefined {
  if (device.kind === 'disk') return ofDisk(device, context);
  if (device.source.type === 'scsi-host') return ofAddress(device.at, device.source, context);
  return {
    at: device.at.of('source'),
    asked: 'hostdev',
    named: 'iscsi',
    is: 'unknown',
    name: 'the iSCSI URL',
  };
}

function ofDisk({ source, at }: Disk, context: Context): ScsiSource | undefined {
  const base = { at: source?.at ?? at, asked: 'disk' as const };
  // The back end says what is wrong with a volume.
  const found = source && locateSource(source, { ...context, report: () => undefined });
  if ((found?.type !== 'file' && found?.type !== 'block') || found.path === undefined)
    return { ...base, named: 'iscsi', is: 'unknown', name: 'the iSCSI URL' };
  const { path } = found;
  const named = { ...base, name: path, given: path };
  if (!context.profile.scsiByTable) return { ...named, ...sourceByName(path) };
  return ofPath(path, named, context);
}

type Base = Pick<ScsiSource, 'at' | 'asked' | 'name' | 'given'>;

function ofPath(path: string, base: Base, { host, report }: Context): ScsiSource | undefined {
  const device = scsiDeviceByNode(host, path);
  if (typeof device === 'object') return { ...base, ...ofDevice(device, path) };
  const block = blockByPath(host, path);
  if (typeof block === 'object') return { ...base, named: 'block', ...ofBlock(block, path) };
  const node = nodeByPath(host, path);
  if (node === 'absent' || (block === 'absent' && node === 'unknown')) {
    report(scsiDeviceNotFound(base.at, path, []));
    return undefined;
  }
  const kind = typeof node === 'object' ? node.kind : undefined;
  if (kind === 'file' || kind === 'directory')
    return { ...base, named: 'block', is: 'foreign', what: `a ${kind === 'file' ? 'regular file' : kind}` };
  return { ...base, ...sourceByName(path) };
}

/** The path as given where it leads to the wanted node: the user's stable name is better than the kernel's. */
function ofDevice(device: ScsiDevice, path: string | undefined) {
  const node = path === undefined ? undefined : deviceNodeByPath(device, path);
  const { block, sg } = device;
  return {
    named: node === undefined ? 'address' : node === sg ? 'generic' : 'block',
    is: MEDIA.has(device.type) ? 'media' : 'other',
    what: `${TYPES[device.type] ?? 'a device'} (type ${device.type})`,
    block: block && (node === block ? path : (stableName(block) ?? block.path)),
    generic: sg && (node === sg ? path : sg.path),
    fact: factOf(device),
  } as const;
}

function factOf(device: ScsiDevice): string {
  const { type, vendor, model, block, sg } = device;
  const nodes = [block?.path, sg?.path].filter((path) => path !== undefined).join(', ');
  const name = `${vendor} ${model}`.trim();
  return `${hctlText(device.hctl)} is ${TYPES[type] ?? 'a device'} (type ${type})${name && `, ${name}`}: ${nodes || 'no node'}`;
}

function ofBlock(block: BlockDevice, path: string): Pick<ScsiSource, 'is' | 'what' | 'block' | 'fact'> {
  if (block.kind === 'dm')
    return block.dm?.type === 'multipath'
      ? { is: 'media', block: path, fact: `${path} is a multipath map of ${block.slaves.join(', ')}` }
      : { is: 'foreign', what: DM_TYPES[block.dm?.type ?? 'other'] };
  if (block.kind === 'disk' || block.kind === 'rom')
    return {
      is: 'media',
      block: path,
      fact: `${path} is ${block.kind === 'rom' ? 'a CD/DVD drive' : 'a whole disk'}`,
    };
  return { is: 'foreign', what: FOREIGN[block.kind] };
}

const DM_TYPES = {
  lvm: 'an LVM volume',
  crypt: 'an encrypted volume',
  partition: 'a partition',
  other: 'a device mapper volume',
  multipath: 'a multipath map',
} as const;

function ofAddress(at: Place, source: ScsiHostSource, { host, report }: Context): ScsiSource | undefined {
  const name = `${source.adapter}:${source.bus}:${source.target}:${source.unit}`;
  const base = { at: at.of('source'), asked: 'hostdev' as const, name, named: 'address' as const };
  const device = scsiDeviceByAdapter(host, source);
  if (device === 'unknown') return { ...base, is: 'unknown' };
  if (device !== 'absent') return { ...base, ...ofDevice(device, undefined) };
  const number = source.adapter.replace(/^scsi_host/, '');
  const others = (host.scsi ?? []).filter(({ hctl }) => String(hctl.host) === number);
  report(
    scsiDeviceNotFound(
      base.at,
      name,
      others.map((other) => ({ message: factOf(other) })),
    ),
  );
  return undefined;
}
