import { fact, type PropertyTable } from './facts';

const offload = (side: 'host' | 'guest', name: string) =>
  fact(`${side} offload`, [`driver/${side}/@${name}`]);

/** Of a network card: the host's end (-netdev) and what the guest sees. */
export const INTERFACE_PROPERTIES: PropertyTable = {
  driver: fact('the network card that the guest sees', 'model/@type', 'the default card of the machine'),
  type: fact("the host's end", '@type'),
  netdev: fact("the host's end of this card"),
  mac: fact(
    'the MAC address',
    'mac/@address',
    'made of the name and the number of the card, so that it stays',
  ),
  br: fact('the bridge of the host', ['source/@bridge', 'source/@network']),
  ifname: fact('the tap device of the host', 'target/@dev'),
  script: fact('what sets the tap up', 'script/@path'),
  downscript: fact('what takes the tap down', 'downscript/@path'),
  fd: fact('an open descriptor of the caller'),
  fds: fact('open descriptors of the caller'),
  vhost: fact(
    'packets go through the kernel, not through QEMU',
    'driver/@name',
    'virtio, where the host has it',
  ),
  vhostfd: fact('an open descriptor of vhost-net', 'driver/@name'),
  queues: fact('queues of the host side', 'driver/@queues'),
  mq: fact('more than one queue', 'driver/@queues'),
  vectors: fact('interrupts of all queues', 'driver/@queues'),
  host_mtu: fact('the MTU that the guest is told', 'mtu/@size'),
  rx_queue_size: fact('packets that fit a receive queue', 'driver/@rx_queue_size'),
  tx_queue_size: fact('packets that fit a send queue', 'driver/@tx_queue_size'),
  failover: fact('it is the spare of a passed-through card', 'teaming/@type'),
  ioeventfd: fact("the guest's doorbell does not stop the vCPU", 'driver/@ioeventfd'),
  event_idx: fact('fewer interrupts and doorbells', 'driver/@event_idx'),
  net: fact('the network of the guest', 'ip/@address'),
  hostfwd: fact('ports of the host that lead into the guest', 'portForward'),
  csum: offload('host', 'csum'),
  gso: offload('host', 'gso'),
  mrg_rxbuf: offload('host', 'mrg_rxbuf'),
  guest_csum: offload('guest', 'csum'),
};
