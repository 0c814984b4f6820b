import type { ScsiSource } from './source';

export type PassthroughDriver = 'scsi-block' | 'scsi-generic';

/** Who decides: the table by what the source is, the user's --scsi-passthrough, or libvirt's rule. */
export type Want = 'auto' | 'block' | 'generic' | 'libvirt';
export type Refusal = 'foreign' | 'no-block-node' | 'no-generic-node' | 'not-block-type' | 'no-scsi-block';

/** A condition that a row leaves out holds for every source. */
export interface Row {
  readonly want: readonly Want[];
  /** The element that asks for the LUN. */
  readonly asked?: readonly ScsiSource['asked'][];
  readonly named?: readonly ScsiSource['named'][];
  readonly is?: readonly ScsiSource['is'][];
  /** Whether that QEMU has scsi-block. */
  readonly scsiBlock?: boolean;
  /** The node to open; a row whose node is not known does not apply. */
  readonly node?: 'block' | 'generic' | 'given';
  readonly choice: PassthroughDriver | Refusal;
  readonly reason: string;
}

const BY_NODE = ['block', 'generic', 'address'] as const;

/** The decision: the first row that applies. One test holds each row. */
export const PASSTHROUGH_TABLE: readonly Row[] = [
  // libvirt does not look at the source: a LUN disk is scsi-block, a hostdev scsi-generic (src/qemu/qemu_command.c).
  {
    want: ['libvirt'],
    asked: ['disk'],
    scsiBlock: true,
    node: 'given',
    choice: 'scsi-block',
    reason: "libvirt passes <disk device='lun'> through with scsi-block",
  },
  {
    want: ['libvirt'],
    asked: ['hostdev'],
    named: ['iscsi'],
    node: 'given',
    choice: 'scsi-generic',
    reason: "libvirt passes <hostdev type='scsi'> through with scsi-generic",
  },
  {
    want: ['libvirt'],
    asked: ['hostdev'],
    named: BY_NODE,
    node: 'generic',
    choice: 'scsi-generic',
    reason: "libvirt passes <hostdev type='scsi'> through with scsi-generic",
  },
  {
    want: ['auto', 'block', 'generic'],
    is: ['foreign'],
    choice: 'foreign',
    reason: 'not a SCSI device',
  },
  {
    want: ['auto'],
    named: BY_NODE,
    is: ['media'],
    scsiBlock: true,
    node: 'block',
    choice: 'scsi-block',
    reason:
      'a disk or CD/DVD drive: scsi-block needs no bounce buffer and reports errors by werror and rerror',
  },
  {
    want: ['auto'],
    named: BY_NODE,
    is: ['media'],
    scsiBlock: true,
    node: 'generic',
    choice: 'scsi-generic',
    reason: 'the host has no block node for this device, so its sg node is passed through',
  },
  {
    want: ['auto'],
    named: BY_NODE,
    is: ['media'],
    scsiBlock: false,
    node: 'generic',
    choice: 'scsi-generic',
    reason: 'this QEMU has no scsi-block, which came with 1.0',
  },
  {
    want: ['auto'],
    named: BY_NODE,
    is: ['other'],
    node: 'generic',
    choice: 'scsi-generic',
    reason: 'neither a disk nor a CD/DVD drive: only scsi-generic takes other types of device',
  },
  {
    want: ['auto'],
    asked: ['disk'],
    named: ['iscsi'],
    scsiBlock: true,
    node: 'given',
    choice: 'scsi-block',
    reason: "a disk on an iSCSI target, which QEMU's own initiator reaches",
  },
  {
    want: ['auto'],
    asked: ['disk'],
    named: ['iscsi'],
    scsiBlock: false,
    node: 'given',
    choice: 'scsi-generic',
    reason: 'this QEMU has no scsi-block, which came with 1.0',
  },
  {
    want: ['auto', 'generic'],
    asked: ['hostdev'],
    named: ['iscsi'],
    node: 'given',
    choice: 'scsi-generic',
    reason: 'the type of device behind the URL is not known: scsi-generic takes any',
  },
  {
    want: ['auto'],
    named: ['block'],
    is: ['unknown'],
    scsiBlock: true,
    node: 'given',
    choice: 'scsi-block',
    reason: 'the path names a block node',
  },
  {
    want: ['auto', 'generic'],
    named: ['generic'],
    is: ['unknown'],
    node: 'given',
    choice: 'scsi-generic',
    reason: 'the path names an sg node',
  },
  {
    want: ['block'],
    scsiBlock: false,
    choice: 'no-scsi-block',
    reason: '--scsi-passthrough block',
  },
  {
    want: ['block'],
    named: BY_NODE,
    is: ['media'],
    node: 'block',
    choice: 'scsi-block',
    reason: '--scsi-passthrough block',
  },
  {
    want: ['block'],
    named: ['block'],
    is: ['unknown'],
    node: 'given',
    choice: 'scsi-block',
    reason: '--scsi-passthrough block',
  },
  {
    want: ['block'],
    named: ['iscsi'],
    node: 'given',
    choice: 'scsi-block',
    reason: '--scsi-passthrough block',
  },
  {
    want: ['block'],
    named: BY_NODE,
    is: ['other'],
    choice: 'not-block-type',
    reason: '--scsi-passthrough block',
  },
  {
    want: ['generic'],
    named: BY_NODE,
    is: ['media', 'other'],
    node: 'generic',
    choice: 'scsi-generic',
    reason: '--scsi-passthrough generic',
  },
  {
    want: ['generic'],
    asked: ['disk'],
    named: ['iscsi'],
    node: 'given',
    choice: 'scsi-generic',
    reason: '--scsi-passthrough generic',
  },
  // What is left lacks a node that nobody knows.
  {
    want: ['block'],
    named: BY_NODE,
    is: ['media', 'unknown'],
    choice: 'no-block-node',
    reason: '--scsi-passthrough block',
  },
  {
    want: ['libvirt'],
    asked: ['disk'],
    choice: 'no-scsi-block',
    reason: "libvirt passes <disk device='lun'> through with scsi-block",
  },
  {
    want: ['auto', 'generic', 'libvirt'],
    named: BY_NODE,
    choice: 'no-generic-node',
    reason: 'only an sg node will do',
  },
];

/** The row that decides on a source; the table has one for every source. */
export function rowFor(source: ScsiSource, want: Want, scsiBlock: boolean): Row | undefined {
  return PASSTHROUGH_TABLE.find(
    (row) =>
      row.want.includes(want) &&
      (row.asked?.includes(source.asked) ?? true) &&
      (row.named?.includes(source.named) ?? true) &&
      (row.is?.includes(source.is) ?? true) &&
      (row.scsiBlock ?? scsiBlock) === scsiBlock &&
      (row.node === undefined || row.node === 'given' || source[row.node] !== undefined),
  );
}
