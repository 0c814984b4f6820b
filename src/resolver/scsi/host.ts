import { scsiDeviceNotFound } from '../../diagnostics/catalog';
import { blockByPath, nodeByPath } from '../../host/block';
import type { BlockDevice, BlockKind, ScsiDevice } from '../../host/facts';
import { deviceNodeByPath, hctlText, scsiDeviceByNode, stableName } from '../../host/scsi';
import type { Context } from '../context';
import { sourceByName, type ScsiSource } from './source';

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

/** For a person: `a tape (type 1)`. */
export function nameOfType({ type }: ScsiDevice): string {
  return `${TYPES[type] ?? 'a device'} (type ${type})`;
}

/** Types that sd or sr drive, and so have a block node (Linux drivers/scsi/sd.c sd_probe, sr.c sr_probe). */
const MEDIA = new Set([0, 4, 5, 7, 14, 20]);

export function isMedia({ type }: ScsiDevice): boolean {
  return MEDIA.has(type);
}

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

export type ScsiSourceBase = Pick<ScsiSource, 'at' | 'asked' | 'name' | 'given'>;

/** What a path leads to on the host; undefined: nothing, and that was reported. */
export function ofPath(
  path: string,
  base: ScsiSourceBase,
  { host, report }: Context,
): ScsiSource | undefined {
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
  const access = typeof node === 'object' ? { given: node.access } : undefined;
  return { ...base, access, ...sourceByName(path) };
}

/** The path as given where it leads to the wanted node: the user's stable name is better than the kernel's. */
export function ofDevice(device: ScsiDevice, path: string | undefined) {
  const node = path === undefined ? undefined : deviceNodeByPath(device, path);
  const { block, sg } = device;
  return {
    named: node === undefined ? 'address' : node === sg ? 'generic' : 'block',
    is: isMedia(device) ? 'media' : 'other',
    what: nameOfType(device),
    block: block && (node === block ? path : (stableName(block) ?? block.path)),
    generic: sg && (node === sg ? path : sg.path),
    access: { given: node?.access, block: block?.access, generic: sg?.access },
    fact: factOf(device),
  } as const;
}

/** `2:0:0:5 is a tape (type 1), IBM ULT3580: /dev/sg3`. */
export function factOf(device: ScsiDevice): string {
  const { vendor, model, block, sg } = device;
  const nodes = [block?.path, sg?.path].filter((path) => path !== undefined).join(', ');
  const name = `${vendor} ${model}`.trim();
  return `${hctlText(device.hctl)} is ${nameOfType(device)}${name && `, ${name}`}: ${nodes || 'no node'}`;
}

function ofBlock(
  block: BlockDevice,
  path: string,
): Pick<ScsiSource, 'is' | 'what' | 'block' | 'access' | 'fact'> {
  const access = { given: block.access, block: block.access };
  if (block.kind === 'dm')
    return block.dm?.type === 'multipath'
      ? { is: 'media', block: path, access, fact: `${path} is a multipath map of ${block.slaves.join(', ')}` }
      : { is: 'foreign', what: DM_TYPES[block.dm?.type ?? 'other'] };
  if (block.kind === 'disk' || block.kind === 'rom')
    return {
      is: 'media',
      block: path,
      access,
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
