import type { Place } from '../../model/place';
import { error, note, warning, type Note } from '../diagnostic';

const CAPTURE = "run 'domxml2qemu host --output json' on that host and pass the file with --host FILE";

export const scsiSourceForeign = (at: Place, path: string, what: string) =>
  error('scsi-source-not-scsi', at, `${path} is ${what}, which takes no SCSI commands`, {
    help: "use <disk device='disk'>: the guest then gets an emulated SCSI disk on top of it",
  });

export const scsiSourceUnverified = (at: Place, path: string, driver: string) =>
  note(
    'scsi-source-unverified',
    at,
    `nothing is known of ${path} on the host: ${driver} was chosen by its name`,
    { help: CAPTURE },
  );

export const scsiNodeUnknown = (at: Place, what: string, node: string) =>
  error('scsi-node-unknown', at, `${what} needs the ${node} of this device, which is not known`, {
    help: CAPTURE,
  });

export const scsiDeviceNotFound = (at: Place, what: string, others: readonly Note[]) =>
  error('scsi-device-not-found', at, `the host has no SCSI device at ${what}`, {
    notes: others,
    help: "see 'domxml2qemu host' for the devices that are there, or convert for another host with --host FILE",
  });

export const scsiAmbiguous = (at: Place, what: string, among: readonly Note[]) =>
  error('scsi-device-ambiguous', at, `${what} is more than one SCSI device on this host`, {
    notes: among,
    help: 'name one of them, by its path in /dev/disk/by-path for one of several ways to the same LUN',
  });

/** `rests` is the part that changes: scsi_host2, host number 2, the name /dev/sdb. */
export const scsiSourceUnstable = (at: Place, rests: string, known: boolean, element: string | undefined) =>
  warning(
    'scsi-source-unstable',
    at,
    `this rests on ${rests}, which may be another device after the next boot`,
    {
      help: stableHelp(known, element),
    },
  );

function stableHelp(known: boolean, element: string | undefined): string {
  if (element !== undefined) return `use ${element}`;
  return known
    ? 'the device has no name that stays: check the guest after each boot of the host'
    : "'domxml2qemu host --xml' on that host prints the names that stay";
}

const NO_LUNS = {
  scsi_host: ['a whole SCSI host', "use <hostdev type='scsi_host'> for all of its LUNs, or name one LUN"],
  scsi_target: [
    'a whole SCSI target',
    "use <hostdev type='scsi_target'> for all of its LUNs, or name one LUN",
  ],
  port: ['a fibre channel port', "use <hostdev type='scsi_host'> for all of its LUNs, or name one by wwn="],
  pci: ['a PCI function', "use <hostdev type='pci'> for the whole function, or name one LUN behind it"],
  unknown: [
    'no name of a SCSI device',
    "give scsi_2_0_4_0, scsi_generic_sg3, block_sdb_..., sg3, sdb, a path below /dev, or <address type='wwn'>",
  ],
} as const;

/** `<hostdev type='scsi'>` is one LUN. */
export const scsiNoLun = (at: Place, what: string, is: keyof typeof NO_LUNS) =>
  error('scsi-not-a-lun', at, `${what} is ${NO_LUNS[is][0]}, not one LUN`, { help: NO_LUNS[is][1] });

export const scsiBlockImpossible = (at: Place, what: string) =>
  error(
    'scsi-block-impossible',
    at,
    `scsi-block cannot pass ${what} through: it takes disks and CD/DVD drives`,
    {
      help: 'drop --scsi-passthrough block; scsi-generic takes every type of device',
    },
  );

export const scsiBlockMissing = (at: Place) =>
  error('scsi-block-missing', at, 'this QEMU has no scsi-block', {
    help: 'use QEMU 1.0 or newer, or --scsi-passthrough auto',
  });

export const scsiAddressTaken = (
  at: Place,
  address: string,
  owner: { readonly name: string; readonly at: Place },
) =>
  error('scsi-address-taken', at, `SCSI address ${address} is already used by ${owner.name}`, {
    notes: [{ message: `${owner.name} takes it here`, at: owner.at }],
    help: 'give one of the two another unit',
  });

const upTo = (what: string, max: number) => (max === 0 ? `${what} 0` : `a ${what} from 0 to ${max}`);

interface OutOfRange {
  readonly what: 'channel' | 'target' | 'LUN' | 'SCSI id';
  readonly value: number;
  /** The last that QEMU takes, and the last that a guest finds. */
  readonly max: number;
  readonly seen: number;
  readonly model: string;
  readonly others: readonly string[];
}

const inRange = ({ what, seen, others: [other] }: OutOfRange) =>
  other === undefined
    ? `use ${upTo(what, seen)}`
    : `use ${upTo(what, seen)}, or <controller type='scsi' model='${other}'>`;

/** What the HBA refuses; libvirt lets some of it through, and then QEMU does not start. */
export const scsiAddressRange = (at: Place, problem: OutOfRange, fatal: boolean) =>
  (fatal ? error : warning)(
    'scsi-address-range',
    at,
    `${problem.what} ${problem.value} does not exist on a controller of model '${problem.model}': it ends at ${problem.max}`,
    { help: inRange(problem) },
  );

/** What QEMU starts with, and the adapter or its driver never asks for. */
export const scsiAddressUnseen = (at: Place, problem: OutOfRange) =>
  warning(
    'scsi-address-unseen',
    at,
    `a guest does not find ${problem.what} ${problem.value} of a controller of model '${problem.model}': it looks up to ${problem.seen}`,
    { help: inRange(problem) },
  );

export const scsiAddressOwnId = (at: Place, id: number, model: string) =>
  warning('scsi-address-own-id', at, `SCSI id ${id} is the one of the '${model}' adapter itself`, {
    help: `use another unit, from 0 to ${id - 1}`,
  });

export const targetNameUnknown = (at: Place, name: string) =>
  error('target-name-unknown', at, `the target name '${name}' says no position, and there is no <address>`, {
    help: `name the target ${name.startsWith('nvme') ? 'nvme0n1, nvme0n2' : 'sda, sdb'}, ..., or add <address type='drive' .../>`,
  });

export const virtioLunGone = (at: Place) =>
  error('virtio-lun-gone', at, 'this QEMU passes no LUN through on virtio-blk, which had it up to 9.0', {
    help: 'pass the same LUN on virtio-scsi with --virtio-lun scsi, or use QEMU 9.0 or older',
  });

export const virtioLunModern = (at: Place, model: string) =>
  error('virtio-lun-modern', at, `a LUN cannot be passed through on a disk of model '${model}'`, {
    help: 'remove the model: since QEMU 2.4 only the legacy virtio device does it',
  });

/** virtio-blk opens a block node, which tapes and changers do not have. */
export const virtioLunType = (at: Place, what: string) =>
  error('virtio-lun-type', at, `virtio-blk cannot pass ${what} through: it takes disks and CD/DVD drives`, {
    help: "use bus='scsi' with a virtio-scsi controller, where scsi-generic takes every type of device",
  });
