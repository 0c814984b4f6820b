import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const guestAddressInvalid = (at: Place, address: string) =>
  error('guestfwd-address', at, `'${address}' is no IPv4 address: user networking forwards no other`, {
    help: 'use an address such as 10.0.2.1',
  });

export const serialTarget = (at: Place, what: string, where: string, instead: string) =>
  error('serial-target', at, `a serial port with ${what} does not fit ${where}`, { help: `use ${instead}` });

export const portsMany = (at: Place, what: string, most: number, instead: string) =>
  error('ports-many', at, `QEMU has at most ${most} ISA ${what} ports`, { help: instead });

export const consoleUnsupported = (at: Place, type: string) =>
  error('console-target', at, `a console of type '${type}' is not one that QEMU has`, {
    help: 'use serial or virtio, on s390x also sclp',
  });

export const consoleNotFirst = (at: Place, first: Place) =>
  error('console-not-first', at, 'only the first console can be a serial port', {
    notes: [{ message: 'the first one is here', at: first }],
    help: "write <serial> for the port, or <target type='virtio'/>",
  });

export const channelInvalid = (at: Place, type: string) =>
  error('channel-name', at, `a ${type} channel has a fixed name`, {
    help: "name it 'com.redhat.spice.0', or leave the name out",
  });

export const serialPortTaken = (at: Place, port: number, first: Place) =>
  error('serial-port-taken', at, `serial port ${port} is used twice`, {
    notes: [{ at: first, message: 'it is used here' }],
    help: 'give one of the ports another number, or none',
  });
