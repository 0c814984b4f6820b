import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const scsiModelUndetermined = (at: Place) =>
  error('scsi-model-undetermined', at, 'this QEMU has no SCSI controller to take by default', {
    help: "name one: <controller type='scsi' model='virtio-scsi'/>",
  });

export const hbaUnknown = (at: Place, model: string) =>
  error('scsi-model-unsupported', at, `QEMU has no SCSI controller of model '${model}'`, {
    help: "use model='virtio-scsi', or 'lsilogic' for guests without virtio drivers",
  });

export const hbaOnBoardOnly = (at: Place, model: string) =>
  error(
    'scsi-model-on-board',
    at,
    `a SCSI controller of model '${model}' is only there on boards that have one`,
    {
      help: "use model='am53c974', its kin for PCI",
    },
  );

export const hbaMissing = (at: Place, model: string, device: string, since: string) =>
  error('scsi-model-missing', at, `this QEMU has no ${device}, which a controller of model '${model}' is`, {
    help: `use QEMU ${since} or later, on a machine that has it, or another model`,
  });

export const virtioScsiOnly = (at: Place, attribute: string, model: string) =>
  error('virtio-scsi-only', at, `'${attribute}' is for virtio-scsi only, not for '${model}'`, {
    help: `remove it, or use model='virtio-scsi'`,
  });

export const virtioScsiQueues = (at: Place, queues: number, most: number) =>
  error('virtio-scsi-queues', at, `a virtio-scsi controller cannot have ${queues} queues`, {
    help: `use at most ${most}`,
  });

export const iothreadUndefined = (at: Place, id: number) =>
  error('iothread-undefined', at, `there is no iothread ${id}`, {
    help: `raise <iothreads> or add <iothread id='${id}'/> to <iothreadids>`,
  });

export const iothreadAddress = (at: Place, type: string) =>
  error('iothread-address', at, `a controller with an address of type '${type}' runs on no iothread`, {
    help: 'use a pci or ccw address, or remove the iothread',
  });
