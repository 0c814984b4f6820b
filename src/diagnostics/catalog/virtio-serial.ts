import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const vserialPorts = (at: Place, ports: number, most: number) =>
  error('vserial-ports', at, `a virtio-serial controller cannot have ${ports} ports`, {
    help: `use 1 to ${most}, or leave it out`,
  });

export const vserialPortRange = (at: Place, port: number, count: number) =>
  error(
    'vserial-port-range',
    at,
    `virtio-serial port ${port} is not below ${count}, the controller's ports`,
    {
      help: 'use a smaller port, or give the controller more ports',
    },
  );

export const vserialPortTaken = (at: Place, port: number) =>
  error('vserial-port-taken', at, `virtio-serial port ${port} is used more than once`, {
    help: 'give one of the two another port, or remove it to have one chosen',
  });

export const vserialFull = (at: Place) =>
  error('vserial-full', at, 'there is no virtio-serial port left for this device', {
    help: 'give the controller more ports, or name another controller',
  });
