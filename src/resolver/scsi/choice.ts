import {
  qemuLeavesOut,
  scsiBlockImpossible,
  scsiBlockMissing,
  scsiNodeUnknown,
  scsiSourceForeign,
  scsiSourceUnverified,
  virtioLunType,
} from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Disk } from '../../model/disk';
import type { Hostdev } from '../../model/hostdev';
import type { Qemu } from '../../qemu/qemu';
import type { Context } from '../context';
import { checkAccess, isEnough } from '../host-access';
import { missing } from '../requires';
import { rowFor, type PassthroughDriver, type Refusal, type Row, type Want } from './passthrough';
import { scsiSourceOf } from './lookup';
import type { ScsiSource } from './source';

/** Which device passes the LUN through, and the host node that it opens; no node: the URL that the XML gives. */
export interface Passthrough {
  readonly driver: PassthroughDriver;
  readonly node?: string | undefined;
}

/** Decides for `<disk device='lun'>` and `<hostdev type='scsi'>`; undefined: refused, and reported. */
export function choosePassthrough(device: Disk | Hostdev, context: Context): Passthrough | undefined {
  const source = scsiSourceOf(device, context);
  if (source === undefined || lacks(source, device, context)) return undefined;
  const row = rowFor(source, wantOf(context), context.qemu.has('scsi-block'));
  if (row === undefined) return undefined;
  const { choice } = row;
  if (choice !== 'scsi-block' && choice !== 'scsi-generic') {
    context.report(REFUSALS[choice](source));
    return undefined;
  }
  if (context.profile.scsiByTable && source.is === 'unknown' && source.named !== 'iscsi')
    context.report(scsiSourceUnverified(source.at, source.name, choice));
  context.decide({
    subject: device.alias ?? source.name,
    value: choice,
    reason: row.reason,
    at: source.at,
    fact: source.fact,
    caveats: [...caveatsOf(choice, source.is, context.qemu), ...filterOf(choice, source, device)],
  });
  if (row.node !== undefined) {
    const instead = row.node === 'block' ? bySgNode(source, device) : undefined;
    checkNode(source, row.node, device, context, instead);
  }
  return { driver: choice, node: row.node === undefined ? undefined : source[row.node] };
}

/** The block node that virtio-blk opens for a LUN, if not the one that the XML names; undefined: refused, and reported. */
export function chooseVirtioLun(disk: Disk, context: Context): Pick<Passthrough, 'node'> | undefined {
  const { profile, report } = context;
  if (!profile.scsiByTable) return {};
  const source = scsiSourceOf(disk, context);
  if (source === undefined || lacks(source, disk, context)) return undefined;
  const { at, name, named, is, block, what = 'this device' } = source;
  if (named === 'generic' && block !== undefined && is === 'media') {
    checkNode(source, 'block', disk, context);
    return { node: block };
  }
  const problem =
    is === 'foreign'
      ? scsiSourceForeign(at, name, what)
      : is === 'other'
        ? virtioLunType(at, what)
        : named === 'generic' || named === 'address'
          ? scsiNodeUnknown(at, `virtio-blk on ${name}`, 'block node')
          : undefined;
  if (problem === undefined) {
    checkNode(source, 'given', disk, context);
    return {};
  }
  report(problem);
  return undefined;
}

/** The node that QEMU opens may be another than the XML names, and barred to this user. */
function checkNode(
  source: ScsiSource,
  node: NonNullable<Row['node']>,
  { readonly }: Disk | Hostdev,
  context: Context,
  instead?: string,
): void {
  const path = source[node];
  if (path === undefined || !context.profile.checksHost) return;
  checkAccess({ at: source.at, path, writes: !readonly }, source.access?.[node], context, instead);
}

/** For a person: the sg node, where this user may open that. */
function bySgNode({ access, generic }: ScsiSource, { readonly }: Disk | Hostdev): string | undefined {
  return access?.generic !== undefined && isEnough(access.generic, !readonly)
    ? `it may open ${generic}, which '--scsi-passthrough generic' takes`
    : undefined;
}

/** libiscsi hands no SCSI commands through before QEMU 1.2. */
function lacks({ named }: ScsiSource, { at }: Disk | Hostdev, { qemu, report }: Context): boolean {
  if (named !== 'iscsi') return false;
  const problem = missing(qemu, 'iscsi.sg-io', at.of('source'), 'SCSI commands to a LUN on iSCSI');
  if (problem) report(problem);
  return problem !== undefined;
}

/** The LUN's place in the boot order, where its device has the property. */
export function lunBootIndex(
  { at, bootOrder }: Disk | Hostdev,
  { qemu, report }: Context,
): number | undefined {
  if (bootOrder === undefined || qemu.has('scsi-disk.bootindex')) return bootOrder;
  const asked = at.of('boot');
  if (asked.path === at.path) return undefined; // our own choice of the first disk
  report(qemuLeavesOut(asked, 'the boot order of a LUN that is passed through', 'the BIOS takes its own'));
  return undefined;
}

function wantOf({ profile, options }: Context): Want {
  const { scsiPassthrough = 'auto' } = options;
  return scsiPassthrough === 'auto' && !profile.scsiByTable ? 'libvirt' : scsiPassthrough;
}

const REFUSALS: Readonly<Record<Refusal, (source: ScsiSource) => Diagnostic>> = {
  foreign: ({ at, name, what }) => scsiSourceForeign(at, name, what ?? 'no SCSI device'),
  'no-block-node': ({ at, name }) => scsiNodeUnknown(at, `scsi-block on ${name}`, 'block node'),
  'no-generic-node': ({ at, name }) => scsiNodeUnknown(at, `scsi-generic on ${name}`, 'sg node'),
  'not-block-type': ({ at, what }) => scsiBlockImpossible(at, what ?? 'this device'),
  'no-scsi-block': ({ at }) => scsiBlockMissing(at),
};

/** The kernel filters what goes through a block node (Linux drivers/scsi/scsi_ioctl.c scsi_cmd_allowed), and no sg node that is open for writing. */
function filterOf(driver: PassthroughDriver, { named }: ScsiSource, device: Disk | Hostdev): string[] {
  if (driver !== 'scsi-block' || named === 'iscsi' || device.rawio === true) return [];
  if (device.kind === 'disk' && device.source?.reservations !== undefined)
    return [
      "the kernel lets no ATA pass-through or vendor command through a block node: rawio='yes' sends them; reservations go through the helper",
    ];
  const reservations = device.kind === 'disk' ? '<reservations>' : "<reservations> of a <disk device='lun'>";
  return [
    `the kernel lets no reservation, ATA pass-through or vendor command through a block node: ${reservations} sends the first, rawio='yes' all`,
  ];
}

/** A tape or a changer has no emulation to prefer, and neither caches nor throttling. */
function caveatsOf(driver: PassthroughDriver, is: ScsiSource['is'], qemu: Qemu): string[] {
  const caveats =
    driver === 'scsi-block'
      ? [
          ...(qemu.has('scsi-block.sg-io-only') ? ['all I/O goes through SG_IO: aio= has no effect'] : []),
          ...(qemu.has('scsi-block.werror')
            ? []
            : ['this QEMU reports no errors by werror and rerror, which came with 2.11']),
        ]
      : ['every transfer is copied through a bounce buffer', 'no werror and rerror: errors go to the guest'];
  if (is === 'other') return caveats;
  return [
    ...caveats,
    'throttling and cache modes have no effect on a LUN that is passed through',
    "where the guest needs no SCSI commands, <disk device='disk'> (scsi-hd) is the safer device",
  ];
}
