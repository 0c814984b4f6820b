import type { Place } from '../../model/place';
import { error, note, warning } from '../diagnostic';

export const diskTargetInvalid = (at: Place, name: string, prefixes: readonly string[]) =>
  error('disk-target-invalid', at, `the target name '${name}' does not fit this device`, {
    help: `use a name that starts with ${prefixes.join(', ')} and goes on with a letter`,
  });

export const diskTargetTaken = (at: Place, name: string, owner: Place) =>
  error('disk-target-taken', at, `the target name '${name}' is used by more than one disk`, {
    notes: [{ message: 'it is used here first', at: owner }],
    help: 'give each disk a target name of its own',
  });

export const diskAddressTaken = (at: Place, address: string, owner: { name: string; at: Place }) =>
  error('disk-address-taken', at, `drive address ${address} is already used by <disk> '${owner.name}'`, {
    notes: [{ message: `<disk> '${owner.name}' takes it here`, at: owner.at }],
    help: 'give one of the two another unit, or remove both addresses to have them chosen',
  });

export const diskAddressType = (
  at: Place,
  type: string,
  name: string,
  bus: string,
  fitting: readonly string[],
) =>
  error(
    'disk-address-type',
    at,
    `an address of type '${type}' does not fit the disk '${name}' on bus '${bus}'`,
    {
      help: `use an address of type ${fitting.join(' or ')}, or remove it to have one chosen`,
    },
  );

export const diskAddressRange = (at: Place, what: string, bus: string, max: number) =>
  error('disk-address-range', at, `${what} is beyond what bus '${bus}' has`, {
    help: max === 0 ? 'use 0' : `use a number from 0 to ${max}`,
  });

/** An element or attribute that this kind of disk does not have; `why`: what is so where it stands. */
export const diskOptionMisplaced = (at: Place, what: string, where: string, why?: string) =>
  error('disk-option-misplaced', at, `${what} is only for ${where}`, {
    notes: why === undefined ? [] : [{ message: why }],
    help: 'remove it',
  });

export const diskOptionInvalid = (at: Place, problem: string, help: string) =>
  error('disk-option-invalid', at, problem, { help });

/** Two settings that exclude each other. */
export const diskOptionConflict = (at: Place, problem: string, help: string) =>
  error('disk-option-conflict', at, problem, { help });

export const diskBusUnsupported = (at: Place, bus: string) =>
  error('disk-bus-unsupported', at, `QEMU has no disk bus '${bus}'`, {
    help: 'use virtio, scsi, sata, ide, usb, nvme, fdc or sd',
  });

export const diskDeviceBus = (at: Place, device: string, bus: string, buses: readonly string[]) =>
  error('disk-device-bus', at, `bus '${bus}' has no disks of device='${device}'`, {
    help: `use bus ${buses.join(', ')}`,
  });

export const diskMachineBus = (at: Place, what: string, machine: string) =>
  error('disk-machine-bus', at, `machine ${machine} has no ${what}`, { help: 'use another bus' });

export const diskSourceMissing = (at: Place, what: string) =>
  error('disk-source-missing', at, `${what} must not be empty`, { help: 'add a <source>' });

export const diskLunSource = (at: Place, problem: string) =>
  error('disk-lun-source', at, problem, {
    help: "use <disk type='block' device='lun'> with a SCSI disk of the host, or device='disk'",
  });

/** Without another name for it, it is one that QEMU has and libvirt has not. */
export const diskFormatUnsupported = (at: Place, format: string, instead?: string) =>
  error(
    'disk-format-unsupported',
    at,
    `${instead === undefined ? 'libvirt' : 'QEMU'} has no image format '${format}'`,
    { help: instead === undefined ? 'convert the image to qcow2 or raw' : `use type='${instead}'` },
  );

export const diskShareFormat = (at: Place, name: string, format: string) =>
  error('disk-share-format', at, `disk '${name}' cannot be shared: ${format} images have one writer`, {
    help: "use type='raw' in <driver>, or remove <shareable/>",
  });

export const diskNeedsSharedMemory = (at: Place, type: string) =>
  error(
    'disk-needs-shared-memory',
    at,
    `a disk of type '${type}' needs memory that is shared with its backend`,
    {
      help: "add <memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>",
    },
  );

/** The guest would take the two for one, as udev and multipathd do. */
export const diskIdentityTwice = (at: Place, element: 'serial' | 'wwn', first: Place) =>
  warning(
    'disk-identity-twice',
    at,
    `two disks have the same <${element}>: the guest cannot tell them apart`,
    {
      notes: [{ message: 'it is used here first', at: first }],
      help: `give each disk a ${element} of its own`,
    },
  );

/** Whoever answers the guest is not QEMU: there is nobody to stop it. */
export const diskPolicyLost = (at: Place, attribute: string, driver: string, later: boolean) =>
  warning('disk-policy-lost', at, `${driver} takes no '${attribute}': errors go to the guest`, {
    help: later
      ? 'use QEMU 2.11 or later, or remove it'
      : driver === 'nvme-ns'
        ? 'remove it, or use bus virtio, scsi or sata'
        : "remove it; a disk can be <disk device='disk'> instead",
  });

/** Nothing but a running QEMU can be told. */
export const diskHistogramUnset = (at: Place) =>
  note(
    'disk-histogram',
    at,
    'no option of QEMU has a histogram of latencies: nobody counts them when the guest starts',
    {
      help: 'set it in the running guest, over QMP with block-latency-histogram-set',
    },
  );

/** Of a guest that was dumped while a job copied its disk. */
export const diskMirrorLost = (at: Place) =>
  warning(
    'disk-mirror',
    at,
    'this disk was being copied when its guest was dumped: the copy does not go on',
    {
      help: 'remove <mirror>; in the running guest, blockdev-mirror (virsh blockcopy) starts it anew',
    },
  );

/** CAM target layer of FreeBSD, which bhyve alone takes (libvirt 12.0 formatdomain, disk type). */
export const diskOfBhyve = (at: Place) =>
  error(
    'disk-of-bhyve',
    at,
    "a disk of type 'ctl' is a LUN of FreeBSD's CTL, which bhyve alone gives to guests",
    {
      help: "name the device with type='block' on a host of QEMU",
    },
  );

export const diskGeometryPartial = (at: Place) =>
  warning('disk-geometry-partial', at, 'QEMU takes a geometry as a whole: this one is left out', {
    help: 'give cyls, heads and secs, or remove it',
  });
