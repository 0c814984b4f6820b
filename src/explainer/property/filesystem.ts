import { DEVICE_PROPERTIES } from './device';
import { fact, type PropertyTable } from './facts';

/** A folder of the host: -fsdev for 9p, the socket of virtiofsd otherwise. */
export const FILESYSTEM_PROPERTIES: PropertyTable = {
  ...DEVICE_PROPERTIES,
  '-fsdev ': fact('how QEMU reaches the folder', 'driver/@type'),
  '-chardev ': fact('the socket of virtiofsd', 'driver/@type'),
  multidevs: fact('what becomes of files that lie on several devices', '@multidevs'),
  fmode: fact('permissions of new files', '@fmode'),
  dmode: fact('permissions of new folders', '@dmode'),
  writeout: fact('what is written goes to the disk at once', 'driver/@wrpolicy'),
  readonly: fact('the guest cannot write to it', 'readonly'),
  'queue-size': fact('requests that fit a queue', 'driver/@queue', '1024'),
  rootdir: fact('the folder of the host', 'source/@dir'),
  desc: fact('what the guest calls the device', 'target/@dir'),
};
