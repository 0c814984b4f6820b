import { fact, type PropertyTable } from './facts';

/** Controllers of every bus. */
export const CONTROLLER_PROPERTIES: PropertyTable = {
  driver: fact('the controller that the guest sees', '@model', 'the default model of the machine'),
  num_queues: fact('virtqueues', 'driver/@queues'),
  cmd_per_lun: fact('commands that a LUN takes at once', 'driver/@cmd_per_lun'),
  max_sectors: fact('sectors of the largest request', 'driver/@max_sectors'),
  iothread: fact('the thread that does its I/O', 'driver/@iothread'),
  ioeventfd: fact("the guest's doorbell does not stop the vCPU", 'driver/@ioeventfd'),
  port: fact('the number in its link capabilities', 'target/@port', 'numbered by slot and function'),
  chassis: fact('the chassis, unique for each slot', 'target/@chassis', 'the index of the controller'),
  chassis_nr: fact('the chassis, unique for each bridge', 'target/@chassisNr', 'the index of the controller'),
  bus_nr: fact('the first bus number behind it', 'target/@busNr', 'from the top of the range down'),
  numa_node: fact('the NUMA cell that it belongs to', 'target/node'),
  hotplug: fact('devices may come and go', 'target/@hotplug'),
  max_ports: fact('ports', '@ports'),
  masterbus: fact('the USB 2 controller that it belongs to', 'master'),
  firstport: fact('the first port of that controller', 'master/@startport'),
  p2: fact('USB 2 ports', '@ports'),
  p3: fact('USB 3 ports', '@ports'),
};

/** Serial ports, consoles and channels. */
export const PORT_PROPERTIES: PropertyTable = {
  '': fact('what the host has at the other end', '@type'),
  nr: fact('the port of the virtio-serial controller', 'address/@port', 'the next free port'),
  name: fact('what the guest calls the port', 'target/@name'),
  index: fact('which of the serial ports', 'target/@port', 'in the order of the XML'),
  path: fact('the path on the host', ['source/@path', 'source']),
  server: fact('QEMU listens', 'source/@mode'),
  wait: fact('QEMU does not wait for somebody to connect'),
  host: fact('the address', 'source/@host'),
  port: fact('the port', 'source/@service'),
  telnet: fact('telnet is spoken', 'protocol/@type'),
  reconnect: fact('seconds until it tries again', 'source/reconnect/@timeout'),
  'reconnect-ms': fact('milliseconds until it tries again', 'source/reconnect/@timeout'),
};

/** Screens that somebody looks at, and the card behind them. */
export const DISPLAY_PROPERTIES: PropertyTable = {
  '': fact('where it listens', ['listen/@address', '@listen', '@port', 'listen/@socket']),
  driver: fact('the graphics card that the guest sees', 'model/@type', 'what the screens can show best'),
  port: fact('the port', '@port', 'the next free one'),
  'tls-port': fact('the port with TLS', '@tlsPort'),
  addr: fact('where it listens', ['listen/@address', '@listen', 'address/@slot'], 'the next free place'),
  max_outputs: fact('screens', 'model/@heads'),
  vgamem_mb: fact('MiB of video memory', ['model/@vgamem', 'model/@vram'], 'enough for a large screen'),
  vram_size_mb: fact('MiB of video memory', 'model/@vram'),
  ram_size: fact('bytes of video memory', 'model/@ram'),
  vram_size: fact('bytes of video memory', 'model/@vram'),
  xres: fact('width', 'model/resolution/@x'),
  yres: fact('height', 'model/resolution/@y'),
  gl: fact('the host draws in 3D', 'gl/@enable'),
  rendernode: fact("the host's graphics card", 'gl/@rendernode'),
  'disable-ticketing': fact('nobody asks for a password', '@passwd'),
  password: fact('a password is asked for', '@passwd'),
};

/** What is left: one table, since these devices take few properties. */
export const DEVICE_PROPERTIES: PropertyTable = {
  rng: fact('where its random numbers come from', 'backend'),
  filename: fact("the host's source of random numbers", 'backend'),
  'max-bytes': fact('bytes that the guest gets', 'rate/@bytes'),
  period: fact('milliseconds in which it gets them', 'rate/@period'),
  'free-page-reporting': fact('the guest tells which pages it does not use', '@freePageReporting'),
  'deflate-on-oom': fact('memory comes back before the guest runs out', '@autodeflate'),
  'guest-cid': fact('the address on vsock', 'cid/@address'),
  tpmdev: fact('the TPM behind it'),
  mount_tag: fact('the name by which the guest mounts it', 'target/@dir'),
  tag: fact('the name by which the guest mounts it', 'target/@dir'),
  fsdev: fact('the folder behind it'),
  security_model: fact('whose files the guest makes', '@accessmode'),
  path: fact('the folder of the host', ['source/@dir', 'source/@path', 'backend']),
  ioport: fact('the I/O port', 'address/@iobase', 'the usual one'),
  slot: fact('the memory slot', 'address/@slot', 'the next free one'),
  node: fact('the NUMA cell', 'target/node'),
  size: fact('bytes', ['target/size', 'size']),
  display: fact('the screen that it belongs to', 'source/@dev'),
};
