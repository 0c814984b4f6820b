import type { KindResolver } from '../kind';
import { slotOf } from '../address/slot';
import { isVirtio } from '../virtio/driver';
import { virtioVariant } from '../virtio/variant';
import { checkCard } from './card';
import { passedOf, planPassedCard } from './passed';
import { interfaceDefaults } from './defaults';
import { planNetdev } from './netdev';
import { isOnBoard } from './on-board';
import { readsRom } from '../opened';
import { queuesOf, txQueueSize } from './queues';
import { validateInterface } from './validate';

export const networkInterface: KindResolver<'interface'> = {
  defaults: interfaceDefaults,
  validate: validateInterface,
  plan: (device, guest, context) => {
    const passed = passedOf(device, guest, context);
    if (passed !== undefined) return planPassedCard(device, passed, guest, context);
    const { model = 'rtl8139', alias: id = '', mac = '', address } = device;
    const host = planNetdev(device, guest, context);
    if (host === undefined) return undefined;
    const virtio = isVirtio(model);
    const onBoard = isOnBoard(device, guest, context);
    if (!virtio && onBoard !== true) checkCard(device, model, guest, context);
    const queues = queuesOf(device);
    readsRom(device.rom, id, context);
    return {
      kind: 'interface',
      device,
      id,
      slot: slotOf(device, guest, context),
      bootindex: device.bootOrder,
      loadparm: context.qemu.has('virtio-ccw.loadparm') ? device.loadparm : undefined,
      ...(virtio ? virtioVariant('virtio-net', model, address, context) : { driver: model }),
      virtio,
      onBoard,
      mac,
      netdevId: `host${id}`,
      txQueueSize: txQueueSize(device, context),
      multiqueue: queues === undefined ? undefined : true,
      // one for each queue in each direction, one for control, one for configuration
      vectors: queues === undefined || address?.type !== 'pci' ? undefined : 2 * queues + 2,
      ...host,
    };
  },
};
