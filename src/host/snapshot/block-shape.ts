import type { BlockDevice, BlockKind, DmType, HostNode, NodeKind } from '../facts';
import { absolutePath, count, flag, list, matching, object, optional, text, word } from '../shape';
import { access, deviceNode } from './scsi-shape';

const kind = word<BlockKind>({
  disk: true,
  rom: true,
  partition: true,
  dm: true,
  md: true,
  loop: true,
  nvme: true,
  virtio: true,
  nbd: true,
  rbd: true,
  floppy: true,
  ram: true,
  other: true,
});

const dmType = word<DmType>({ multipath: true, lvm: true, crypt: true, partition: true, other: true });

const nodeKind = word<NodeKind>({
  file: true,
  directory: true,
  character: true,
  block: true,
  socket: true,
  fifo: true,
  absent: true,
  unreadable: true,
});

export const blockDevice = object<BlockDevice>({
  ...deviceNode,
  kind,
  dev: matching(/^\d+:\d+$/, 'major:minor'),
  size: count,
  logicalBlockSize: optional(count),
  physicalBlockSize: optional(count),
  readOnly: flag,
  removable: optional(flag),
  rotational: optional(flag),
  maxSectorsKb: optional(count),
  maxSegments: optional(count),
  discards: optional(flag),
  partitionOf: optional(absolutePath),
  hctl: optional(matching(/^\d+:\d+:\d+:\d+$/, 'H:C:T:L')),
  dm: optional(object<NonNullable<BlockDevice['dm']>>({ name: text, uuid: text, type: dmType })),
  backingFile: optional(text),
  slaves: list(absolutePath),
  holders: list(absolutePath),
  mounts: list(text),
  swap: flag,
  held: optional(flag),
});

export const hostNode = object<HostNode>({
  path: absolutePath,
  kind: nodeKind,
  target: optional(absolutePath),
  size: optional(count),
  access: optional(access),
  endsInNewline: optional(flag),
});
