import type { DeviceKind } from '../../model/device';
import type { KindWords } from './kind';

const TWIN = 'the first console of a machine with serial ports is its first serial port';

/** One row a kind; a kind that is missing does not compile. */
export const KINDS: { readonly [K in DeviceKind]: KindWords<K> } = {
  disk: {
    family: 'storage',
    noun: 'disk',
    key: ({ device }) => device.target.dev,
    names: ({ device }) => [device.target.dev, `drive-${device.target.dev}`],
    implied: 'a device of the XML needs it',
    change: '<driver>, <target bus=> and <address> of the disk',
  },
  hostdev: {
    family: 'host',
    noun: 'device of the host',
    implied: 'a set of LUNs holds it',
    change: '<source> and <address> of the device',
  },
  controller: {
    family: 'bus',
    noun: 'controller',
    implied: 'devices need a bus that the XML does not name',
    change: '<controller type= index= model=> names it',
  },
  interface: {
    family: 'network',
    noun: 'network card',
    implied: 'a device of the XML needs it',
    change: "<model type=> of the card; --network NAME=BRIDGE for a network's bridge",
  },
  serial: { family: 'input', noun: 'serial port', implied: TWIN },
  parallel: { family: 'input', noun: 'parallel port', implied: TWIN },
  console: { family: 'input', noun: 'console', implied: TWIN },
  channel: { family: 'input', noun: 'channel', implied: 'a device of the XML needs it' },
  input: {
    family: 'input',
    noun: 'input device',
    implied: 'the board has a keyboard and a mouse',
  },
  hub: { family: 'bus', noun: 'USB hub', implied: 'more USB devices than the controllers have ports' },
  graphics: { family: 'display', noun: 'screen', implied: 'a device of the XML needs it' },
  video: {
    family: 'display',
    noun: 'graphics card',
    implied: 'a guest with <graphics> needs a card that shows something',
    change: "<video><model type='none'/></video> leaves it out",
  },
  audio: {
    family: 'display',
    noun: 'audio back end',
    implied: "QEMU would open the host's sound by itself, were no back end named",
    change: '<audio id= type=> names it',
  },
  sound: { family: 'display', noun: 'sound card', implied: 'a device of the XML needs it' },
  memballoon: {
    family: 'system',
    noun: 'memory balloon',
    implied: 'a guest has one unless its XML says otherwise',
    change: "<memballoon model='none'/> leaves it out",
  },
  memory: { family: 'system', noun: 'memory module', implied: 'a device of the XML needs it' },
  iommu: { family: 'system', noun: 'IOMMU', implied: 'many processors need interrupt remapping' },
  pstore: { family: 'system', noun: 'kernel log', implied: 'a device of the XML needs it' },
  nvram: { family: 'system', noun: 'NVRAM', implied: 'the machine keeps its settings there' },
  rng: { family: 'other', noun: 'random number generator', implied: 'a device of the XML needs it' },
  panic: { family: 'other', noun: 'panic notifier', implied: 'the machine hears that its guest crashed' },
  watchdog: {
    family: 'other',
    noun: 'watchdog',
    implied: 'the chipset of a q35 machine has a watchdog',
    change: "<watchdog model='itco' action=> says what it does",
  },
  filesystem: { family: 'storage', noun: 'folder', implied: 'a device of the XML needs it' },
  vsock: { family: 'network', noun: 'vsock', implied: 'a device of the XML needs it' },
  crypto: { family: 'other', noun: 'crypto device', implied: 'a device of the XML needs it' },
  shmem: { family: 'other', noun: 'shared memory', implied: 'a device of the XML needs it' },
  tpm: { family: 'other', noun: 'TPM', implied: 'a device of the XML needs it' },
  redirdev: { family: 'input', noun: 'redirected USB device', implied: 'a device of the XML needs it' },
  smartcard: { family: 'input', noun: 'smartcard', implied: 'a device of the XML needs it' },
};
