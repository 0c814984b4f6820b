import { basename, dirname } from 'node:path';
import type { Access, BlockDevice, BlockKind, DmType } from '../facts';
import type { Files } from './files';
import type { Links } from './links';
import type { Usage } from './usage';
import { blockNode } from './block-name';

const SECTOR = 512;

/** The kernel's names of all block devices that have a node. */
export function blockNames(files: Files): readonly string[] {
  return files
    .names('/sys/class/block')
    .filter((name) => files.text(`/sys/class/block/${name}/hidden`) !== '1');
}

/** One folder of /sys/class/block; undefined where there is none of this name. */
export function readBlock(
  files: Files,
  name: string,
  { links, usage }: { links: Links; usage: Usage },
): BlockDevice | undefined {
  const folder = `/sys/class/block/${name}`;
  const dev = files.text(`${folder}/dev`);
  if (dev === undefined) return undefined;
  const path = blockNode(name);
  const real = files.real(folder);
  const partition = files.exists(`${folder}/partition`);
  const hctl = hctlOf(files, folder);
  return {
    path,
    links: links.get(path) ?? [],
    access: accessOf(files, path, files.text(`${folder}/device/state`)),
    kind: partition ? 'partition' : kindOf(files, name, hctl),
    dev,
    size: (files.number(`${folder}/size`) ?? 0) * SECTOR,
    ...queueOf(files, partition && real !== undefined ? dirname(real) : folder),
    readOnly: files.text(`${folder}/ro`) === '1',
    removable: flag(files.text(`${folder}/removable`)),
    partitionOf: partition && real !== undefined ? blockNode(basename(dirname(real))) : undefined,
    hctl,
    dm: dmOf(files, folder),
    backingFile: files.text(`${folder}/loop/backing_file`),
    slaves: files.names(`${folder}/slaves`).map(blockNode),
    holders: files.names(`${folder}/holders`).map(blockNode),
    mounts: usage.mountsOf({ dev, path }),
    swap: usage.isSwap(path),
  };
}

/** `state` is that of the SCSI device: one that is offline may take long to say that it does not open. */
export function accessOf(files: Files, path: string, state = 'running'): Access {
  const access = files.access(path);
  return access !== 'none' && state === 'running' && !files.opens(path) ? 'none' : access;
}

function queueOf(files: Files, folder: string) {
  return {
    logicalBlockSize: files.number(`${folder}/queue/logical_block_size`),
    physicalBlockSize: files.number(`${folder}/queue/physical_block_size`),
    rotational: flag(files.text(`${folder}/queue/rotational`)),
    maxSectorsKb: files.number(`${folder}/queue/max_sectors_kb`),
    maxSegments: files.number(`${folder}/queue/max_segments`),
    discards: nonZero(files.number(`${folder}/queue/discard_max_bytes`)),
  };
}

/** A SCSI disk's device folder has the H:C:T:L for its name. */
function hctlOf(files: Files, folder: string): string | undefined {
  const name = basename(files.real(`${folder}/device`) ?? '');
  return /^\d+:\d+:\d+:\d+$/.test(name) ? name : undefined;
}

const KINDS_BY_NAME: readonly (readonly [RegExp, BlockKind])[] = [
  [/^dm-/, 'dm'],
  [/^md/, 'md'],
  [/^loop/, 'loop'],
  [/^nvme/, 'nvme'],
  [/^sr\d/, 'rom'],
  [/^nbd/, 'nbd'],
  [/^rbd/, 'rbd'],
  [/^fd\d/, 'floppy'],
  [/^z?ram/, 'ram'],
];

function kindOf(files: Files, name: string, hctl: string | undefined): BlockKind {
  const named = KINDS_BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if (named !== undefined) return named;
  if (hctl !== undefined) return 'disk';
  const bus = basename(files.real(`/sys/class/block/${name}/device/subsystem`) ?? '');
  return bus === 'virtio' || name.startsWith('vd') ? 'virtio' : 'other';
}

const DM_TYPES: readonly (readonly [RegExp, DmType])[] = [
  [/^mpath-/, 'multipath'],
  [/^LVM-/, 'lvm'],
  [/^CRYPT-/, 'crypt'],
  [/^part\d+-/, 'partition'],
];

/** Who made a device mapper device shows in the prefix of its uuid. */
function dmOf(files: Files, folder: string): BlockDevice['dm'] {
  const name = files.text(`${folder}/dm/name`);
  if (name === undefined) return undefined;
  const uuid = files.text(`${folder}/dm/uuid`) ?? '';
  return { name, uuid, type: DM_TYPES.find(([pattern]) => pattern.test(uuid))?.[1] ?? 'other' };
}

function nonZero(number: number | undefined): boolean | undefined {
  return number === undefined ? undefined : number > 0;
}

function flag(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === '1';
}
