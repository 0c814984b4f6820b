import { onOff } from '../model/on-off';
import type { DiskFrontend, FloppyController, PlannedDisk, VirtioBlk } from '../model/plan/disk';
import { device, keyval, type Arg, type Properties } from './args';
import { emitBlockBackend } from './block-backend';
import { emitChardev } from './chardev';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

/** One disk: its back end, and the device in front of it. */
export function emitDisk(planned: PlannedDisk): Arg[] {
  return [
    ...emitBlockBackend(planned.backend),
    ...(planned.chardev ? emitChardev(planned.chardev) : []),
    ...(planned.frontend ? emitDevices(planned, planned.frontend) : []),
  ];
}

/** One device, or a bridge and its only LUN, as libvirt 12.9 names and writes them. */
function emitDevices(planned: PlannedDisk, frontend: DiskFrontend): Arg[] {
  const { bridge } = frontend;
  if (bridge === undefined) return [emitFrontend(planned, frontend)];
  const { id, slot } = planned;
  const lun = { type: 'scsi', bus: `${id}.0`, scsiId: 0, lun: 0 } as const;
  return [
    device({ driver: bridge, id, serial: frontend.serial, ...slotProperties(slot) }),
    emitFrontend({ ...planned, slot: lun, id: `${id}-device` }, frontend),
  ];
}

/** In libvirt's order (src/qemu/qemu_command.c qemuBuildDiskDeviceProps). */
function emitFrontend(planned: PlannedDisk, frontend: DiskFrontend): Arg {
  return device({
    driver: frontend.driver,
    ...(frontend.virtio ? virtioBlkProperties(frontend.virtio) : {}),
    ...slotProperties(planned.slot),
    ...ownProperties(planned, frontend),
  });
}

/** What a disk has of its own. */
function ownProperties(planned: PlannedDisk, frontend: DiskFrontend): Properties {
  const { device: disk, slot, backend, chardev: socket, id, bootindex } = planned;
  return {
    unit: frontend.floppyUnit ?? (slot.type === 'ide' ? slot.unit : undefined),
    device_id: frontend.deviceId,
    'share-rw': frontend.shareRw,
    drive: disk.source === undefined && backend?.form !== 'drive' ? undefined : backend?.drive,
    chardev: socket?.id,
    id,
    // A floppy's is the controller's.
    bootindex: frontend.floppyUnit === undefined ? bootindex : undefined,
    loadparm: frontend.loadparm,
    logical_block_size: frontend.logicalBlockSize,
    physical_block_size: frontend.physicalBlockSize,
    discard_granularity: frontend.discardGranularity,
    wwn: wwnOf(planned, frontend),
    rotation_rate: frontend.rotationRate,
    vendor: frontend.vendor,
    product: frontend.product,
    model: frontend.model,
    removable: frontend.removable,
    'write-cache': onOff(frontend.writeCache),
    cyls: frontend.geometry?.cyls || undefined,
    heads: frontend.geometry?.heads || undefined,
    secs: frontend.geometry?.secs || undefined,
    'bios-chs-trans': frontend.geometry?.trans,
    serial: frontend.serial,
    werror: frontend.werror,
    rerror: frontend.rerror,
    'stats-intervals': frontend.statsIntervals,
    dpofua: frontend.dpofua,
    'migrate-pr': frontend.migratePr,
  };
}

function virtioBlkProperties(virtio: VirtioBlk): Properties {
  return virtioProperties(virtio.options, virtio.legacy, {
    iothread: virtio.iothread,
    ioeventfd: virtio.ioeventfd,
    event_idx: virtio.eventIdx,
    max_revision: virtio.maxRevision,
    scsi: virtio.scsi,
    'num-queues': virtio.queues,
    'queue-size': virtio.queueSize,
    'iothread-vq-mapping': virtio.iothreadMapping?.map(({ iothread, queues }) => ({
      iothread,
      vqs: queues.length === 0 ? undefined : queues,
    })),
  });
}

/** A number; -drive's era wrote it in hexadecimal, with the letters as the XML has them. */
function wwnOf({ backend }: PlannedDisk, { wwn }: DiskFrontend): bigint | string | undefined {
  if (wwn === undefined) return undefined;
  return backend?.form === 'drive' ? `0x${wwn}` : BigInt(`0x${wwn}`);
}

export function emitFloppyController({ form, ...properties }: FloppyController): Arg[] {
  if (form === 'device') return [device({ driver: 'isa-fdc', ...inOrder(properties) })];
  return Object.entries(inOrder(properties))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => keyval('-global', { [`isa-fdc.${name}`]: value }));
}

function inOrder({ driveA, bootindexA, driveB, bootindexB }: Omit<FloppyController, 'form'>): Properties {
  return { driveA, bootindexA, driveB, bootindexB };
}
