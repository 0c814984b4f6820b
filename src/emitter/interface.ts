import type { Interface } from '../model/interface';
import type { PlannedCard, PlannedInterface } from '../model/plan/interface';
import { device as deviceArg, keyval, netdev as netdevArg, type Arg, type Properties } from './args';
import { emitChardev, FD_PLACEHOLDER } from './chardev';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

/** Cards of the host come with the rest of what is passed through (hostdev.ts). */
export function emitInterface(planned: PlannedInterface): Arg[] {
  return planned.passed === undefined ? emitCard(planned) : [];
}

function emitCard(planned: PlannedCard): Arg[] {
  const { netdevId, netdev, chardev, descriptor } = planned;
  return [
    ...(chardev ? emitChardev(chardev) : []),
    ...(descriptor
      ? [keyval('-add-fd', { set: descriptor.set, fd: FD_PLACEHOLDER, opaque: descriptor.opaque })]
      : []),
    netdevArg({ ...netdev, id: netdevId }),
    planned.onBoard === true ? boardCard(planned) : plugged(planned),
  ];
}

/** QEMU connects such a card to the board's own. */
function boardCard({ device: { model }, id, mac, netdevId }: PlannedCard): Arg {
  return keyval('-net', { macaddr: mac, netdev: netdevId, model, id }, 'nic');
}

function plugged(planned: PlannedCard): Arg {
  const { device, driver, id, slot, mac, netdevId, bootindex } = planned;
  return deviceArg({
    driver,
    ...(planned.virtio ? virtioNet(planned) : {}),
    netdev: netdevId,
    id,
    mac,
    bootindex,
    loadparm: planned.loadparm,
    ...slotProperties(slot),
    ...romProperties(device.rom),
  });
}

function virtioNet({ device, legacy, multiqueue, vectors, txQueueSize }: PlannedCard): Properties {
  const { driver } = device;
  return virtioProperties(driver.virtio, legacy, {
    tx: driver.txmode && (driver.txmode === 'iothread' ? 'bh' : 'timer'),
    ioeventfd: driver.ioeventfd,
    event_idx: driver.eventIdx,
    ...offloads(driver),
    mq: multiqueue,
    vectors,
    rx_queue_size: driver.rxQueueSize,
    tx_queue_size: txQueueSize,
    rss: driver.rss,
    hash: driver.rssHashReport,
    host_mtu: device.mtu,
    failover: device.teaming?.type === 'persistent' ? true : undefined,
  });
}

function offloads({ host, guest }: Interface['driver']): Properties {
  return {
    csum: host['csum'],
    gso: host['gso'],
    host_tso4: host['tso4'],
    host_tso6: host['tso6'],
    host_ecn: host['ecn'],
    host_ufo: host['ufo'],
    mrg_rxbuf: host['mrg_rxbuf'],
    guest_csum: guest['csum'],
    guest_tso4: guest['tso4'],
    guest_tso6: guest['tso6'],
    guest_ecn: guest['ecn'],
    guest_ufo: guest['ufo'],
  };
}

/** An empty file is no boot ROM at all. */
function romProperties(rom: Interface['rom']): Properties {
  if (rom?.enabled === false) return { romfile: '' };
  return { rombar: rom?.bar === undefined ? undefined : Number(rom.bar), romfile: rom?.file };
}
