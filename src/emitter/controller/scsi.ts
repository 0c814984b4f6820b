import type { ScsiHba } from '../../model/plan/scsi-controller';
import type { Slot } from '../../model/slot';
import type { IothreadMapping } from '../../model/virtio';
import { device, type Arg, type Value } from '../args';
import { slotProperties } from '../slot';
import { virtioProperties } from '../virtio';

/** A SCSI HBA in libvirt's order of properties; none for one on the board. */
export function emitScsiController(id: string, slot: Slot, hba: ScsiHba): Arg[] {
  if (hba.driver === undefined) return [];
  return [
    device({
      driver: hba.driver,
      ...virtioProperties(hba.virtio, hba.legacy),
      iothread: hba.iothread,
      id,
      num_queues: hba.numQueues,
      'iothread-vq-mapping': hba.iothreadMapping?.map(mappingProperties),
      cmd_per_lun: hba.cmdPerLun,
      max_sectors: hba.maxSectors,
      ioeventfd: hba.ioeventfd,
      ...slotProperties(slot),
    }),
  ];
}

function mappingProperties({ id, queues }: IothreadMapping): Value {
  return { iothread: `iothread${id}`, vqs: queues.length === 0 ? undefined : queues };
}
