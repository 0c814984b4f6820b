import type { Controller } from '../model/controller';
import type { IothreadMapping } from '../model/virtio';
import type { KindParts } from './kind';
import { onOff } from '../model/on-off';
import { filled, hex, part, textPart, type Part } from './part';

export const controller: KindParts<'controller'> = (device) => {
  const { type, index, model, masterStartPort } = device;
  return {
    attributes: { type, index, model },
    children: [
      device.implicit === true && driverPart(device),
      masterStartPort !== undefined && part('master', { startport: masterStartPort }),
      textPart('serial', device.serial),
      ...(type === 'pci' ? pciParts(device) : []),
    ],
  };
};

/** What was the disk's that called for the controller. */
function driverPart({ driver }: Controller): Part | undefined {
  const { queues, cmdPerLun, maxSectors, ioeventfd, iothread, iothreads, virtio } = driver;
  return filled(
    part(
      'driver',
      {
        queues,
        cmd_per_lun: cmdPerLun,
        max_sectors: maxSectors,
        ioeventfd: onOff(ioeventfd),
        iothread,
        iommu: onOff(virtio.iommu),
        ats: onOff(virtio.ats),
        packed: onOff(virtio.packed),
        page_per_vq: onOff(virtio.pagePerVq),
      },
      [iothreads && part('iothreads', {}, iothreads.map(mappingPart))],
    ),
  );
}

function mappingPart({ id, queues }: IothreadMapping): Part {
  return part(
    'iothread',
    { id },
    queues.map((queue) => part('queue', { id: queue })),
  );
}

function pciParts({ pci }: Controller): (Part | undefined)[] {
  const { modelName, chassisNr, chassis, port, busNr } = pci;
  return [
    filled(part('model', { name: modelName })),
    filled(part('target', { chassisNr, chassis, port: hex(port, 1), busNr })),
  ];
}
