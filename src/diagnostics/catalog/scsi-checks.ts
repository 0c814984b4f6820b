import type { Place } from '../../model/place';
import { error, note, warning } from '../diagnostic';

export const diskSerialCut = (at: Place, limit: number, shown: string) =>
  note('disk-serial-cut', at, `the guest sees the first ${limit} characters of this serial alone`, {
    notes: [{ message: `it sees '${shown}', also in /dev/disk/by-id` }],
    help: 'make sure that no other disk of the guest begins like it, or use a shorter one',
  });

export const windowsLunUnseen = (at: Place, lun: number) =>
  warning('windows-lun-unseen', at, `Windows looks for LUNs 0 to 254 on virtio-scsi: it misses LUN ${lun}`, {
    help: 'use a smaller unit, another target, or a controller of its own',
  });

export const scsiOrderDiffers = (at: Place, name: string, first: { name: string; at: Place }) =>
  note('scsi-order-differs', at, `the guest finds '${first.name}' before '${name}', by their addresses`, {
    notes: [{ message: `'${first.name}' has the lower address`, at: first.at }],
    help: 'name disks in the guest by UUID or /dev/disk/by-id, or give them addresses in this order',
  });

export const scsiControllerAdded = (at: Place, index: number, model: string) =>
  note(
    'scsi-controller-added',
    at,
    `SCSI controller ${index} is not in the file: one of model '${model}' is added`,
    {
      help: `to choose, add <controller type='scsi' index='${index}' model='virtio-scsi'/>`,
    },
  );

export const iothreadUnwoken = (at: Place) =>
  error('iothread-without-ioeventfd', at, 'an iothread needs ioeventfd, and QEMU does not start without it', {
    help: "remove ioeventfd='off', or the iothread",
  });

export const lunIothread = (at: Place, id: number) =>
  note(
    'lun-iothread-idle',
    at,
    `all devices here are passed through, whose requests iothread ${id} does not run`,
    {
      notes: [{ message: 'scsi-block and scsi-generic hand each request to a thread of a pool' }],
      help: "remove the iothread, or use <disk device='disk'> where the guest needs no SCSI commands",
    },
  );

export const lunNotThrottled = (at: Place, driver: string) =>
  warning('lun-not-throttled', at, `${driver} goes around the limits: this LUN is not throttled`, {
    help: "use <disk device='disk'>, or limit the process on the host with io.max of its cgroup",
  });

/** `name` is the attribute of <driver>. */
export const lunSettingIdle = (at: Place, name: string, driver: string) =>
  note('lun-setting-idle', at, `'${name}' does nothing here: ${driver} sends the guest's own commands`, {
    help: "remove it, or use <disk device='disk'> where the guest needs no SCSI commands",
  });

export const scsiBlockType = (at: Place, path: string, fact: string) =>
  error('scsi-block-type', at, `scsi-block does not open ${path}: it takes disks and CD/DVD drives`, {
    notes: [{ message: fact }],
    help: "use <hostdev type='scsi'>, or leave --profile out: scsi-generic takes every type of device",
  });

export const scsiGenericForDisk = (at: Place, path: string, block: string) =>
  note('scsi-generic-for-disk', at, `scsi-generic passes ${path} through, which has a block node`, {
    notes: [{ message: 'scsi-block needs no bounce buffer, and takes error policies' }],
    help: `use scsi-block on ${block}: leave --profile and --scsi-passthrough out`,
  });

/** `what`: an sg node, a tape (type 1). */
export const diskOnSgNode = (at: Place, path: string, what: string, block: string | undefined) =>
  error('disk-on-sg-node', at, `an emulated disk does not open ${path}: it is ${what}`, {
    help:
      block === undefined
        ? "pass the device through with device='lun'"
        : `use ${block}, or pass the device through with device='lun'`,
  });

export const diskEmulatedOnScsi = (at: Place, path: string) =>
  note(
    'disk-emulated-on-scsi',
    at,
    `the guest gets an emulated disk on top of ${path}, not the disk itself`,
    {
      notes: [{ message: 'it sees no SMART data, mode pages or reservations of the real one' }],
      help: "where the guest needs these, use device='lun' on bus='scsi'",
    },
  );

export const lunSharedUnreserved = (at: Place, path: string, disk: boolean) =>
  warning('lun-shared-unreserved', at, `${path} is shared, and its guests cannot reserve it`, {
    notes: [{ message: 'two writers without reservations or a cluster file system destroy the data' }],
    help: disk
      ? "add <reservations managed='yes'/> to its <source>"
      : "use <disk device='lun'>, whose <source> can have <reservations managed='yes'/>, or --scsi-passthrough generic: an sg node takes all commands",
  });

/** The kernel lets few commands through a node that is open for reading alone. */
export const lunCommandsFiltered = (at: Place, what: string) =>
  warning('lun-commands-filtered', at, `${what} that is opened read-only gets few of the guest's commands`, {
    notes: [
      {
        message:
          'the kernel then passes on those alone by which disks are read, and no REWIND, SPACE or MOVE MEDIUM',
      },
    ],
    help: "remove <readonly/> and protect the medium, or add rawio='yes', with which nothing is kept from the guest",
  });

export const lunReadonlyUnkept = (at: Place) =>
  warning('lun-readonly-unkept', at, "rawio='yes' lets the guest change this LUN, in spite of <readonly/>", {
    notes: [{ message: 'the kernel keeps no command from it then, such as WRITE SAME and FORMAT UNIT' }],
    help: "remove rawio='yes', or protect the LUN on the storage",
  });

export const lunNoBoot = (at: Place, what: string) =>
  note('lun-no-boot', at, `no firmware boots from ${what}: it goes on to the next in the order`, {
    help: 'remove <boot>',
  });

export const diskZoned = (at: Place, path: string) =>
  warning('disk-zoned', at, `${path} is host-managed zoned, and the guest sees an ordinary disk`, {
    notes: [{ message: 'a write that is not at the write pointer of its zone fails' }],
    help: "use device='lun' on bus='scsi', which shows the zones to the guest",
  });

export const diskSourceTwice = (at: Place, path: string, first: string, where: Place, locked: boolean) =>
  (locked ? error : warning)(
    'disk-source-twice',
    at,
    locked
      ? `${path} is open already: QEMU does not start with two writers that do not share`
      : `${path} is there twice, and the two do not share it`,
    {
      notes: [{ message: `${first} has it`, at: where }],
      help: 'remove one, or add <shareable/> to both if the guest can live with it (multipath, clusters)',
    },
  );

const PARTS_UNLOCKED = {
  message: 'no lock of QEMU keeps the two apart: what one writes is not what the other has in its cache',
};

export const diskSourcePart = (at: Place, path: string, whole: string, first: string, where: Place) =>
  warning('disk-source-part', at, `${path} is a part of ${whole}, which this guest has, too`, {
    notes: [{ message: `${first} has all of it`, at: where }, PARTS_UNLOCKED],
    help: 'give the guest the whole or the part, or make both <readonly/>',
  });

/** `other`: the guest in `file`, and which of the two it has at `at`. */
export const guestsSourcePart = (
  at: Place,
  part: string,
  whole: string,
  other: { readonly file: string; readonly at: Place; readonly has: 'part' | 'whole' },
) =>
  warning(
    'guests-source-part',
    at,
    `${part} is a part of ${whole}: one guest has the part, and another the whole`,
    {
      notes: [
        { message: `${other.file}:${other.at.line}:${other.at.column} has the ${other.has}` },
        PARTS_UNLOCKED,
      ],
      help: 'give one of the two another disk, or make both <readonly/>',
    },
  );

export const reservationsHelper = (at: Place, socket: string) =>
  note('reservations-helper', at, 'QEMU does not start before qemu-pr-helper listens, which libvirt starts', {
    help: `as root: qemu-pr-helper -k ${socket}; 'run' starts it`,
  });

export const reservationsSocket = (at: Place, path: string) =>
  warning('reservations-socket', at, `no helper for reservations listens on ${path}`, {
    help: `start it first, as root: qemu-pr-helper -k ${path}`,
  });

/** `key`: multipath.conf has a reservation_key; undefined: not known. */
export const reservationsMultipath = (at: Place, map: string, key: boolean | undefined) =>
  (key === false ? warning : note)(
    'reservations-multipath',
    at,
    key === false
      ? `multipath.conf has no reservation_key: reservations on ${map} fail`
      : `reservations on ${map} need a helper with libmpathpersist`,
    {
      help: 'set reservation_key in /etc/multipath.conf, and use a qemu-pr-helper with multipath support',
    },
  );

export const lunReadonlyUnseen = (at: Place) =>
  note('lun-readonly-unseen', at, 'this QEMU opens the LUN read-only and does not tell the guest so', {
    help: 'use QEMU 2.5 or later, or mount it read-only in the guest',
  });

export const iscsiDirect = (at: Place, initiator: string) =>
  note('iscsi-initiator-default', at, `QEMU logs in to the iSCSI target as ${initiator}`, {
    notes: [{ message: "the 'iscsi' driver may be a package of its own, such as qemu-block-extra" }],
    help: "where the target has a list of initiators, add <initiator><iqn name='...'/></initiator>",
  });
