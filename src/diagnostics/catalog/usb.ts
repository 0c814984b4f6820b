import type { Place } from '../../model/place';
import { error } from '../diagnostic';

/** `other`: machines that take a controller, where this one takes none. */
export const usbOff = (at: Place, other?: string) =>
  error('usb-off', at, 'the guest has no USB controller for this device', {
    help:
      other === undefined
        ? "remove the device, or the <controller type='usb' model='none'/>, or add a controller"
        : `remove the device, or choose a machine that takes a USB controller, such as ${other}`,
  });

export const usbFull = (at: Place) =>
  error('usb-full', at, 'there is no free USB port for this device', {
    help: "add a <hub type='usb'/> or a second USB controller",
  });

export const usbBusMissing = (at: Place, bus: number) =>
  error('usb-bus-missing', at, `the guest has no USB bus ${bus}`, {
    help: `add <controller type='usb' index='${bus}'/>, or use another bus`,
  });

export const usbHubMissing = (at: Place, bus: number, port: string) =>
  error('usb-hub-missing', at, `no hub leads to port ${port} of USB bus ${bus}`, {
    help: "add a <hub type='usb'> at the port before the last dot",
  });

export const usbPortRange = (at: Place, port: number, count: number) =>
  error('usb-port-range', at, `there is no USB port ${port}; the bus or hub has ${count}`, {
    help: `use a port from 1 to ${count}`,
  });

export const usbPortTaken = (at: Place, bus: number, port: string) =>
  error('usb-port-taken', at, `port ${port} of USB bus ${bus} is used more than once`, {
    help: 'give one of the devices another port, or remove it to have one chosen',
  });

export const usbNoneOnly = (at: Place) =>
  error(
    'usb-none-only',
    at,
    "a guest with <controller type='usb' model='none'/> has no other USB controller",
    {
      help: 'remove one of the two',
    },
  );

/** `added`: a hub that nobody wrote, for devices that found no port. */
export const usbTooSlow = (at: Place, added: boolean) =>
  error(
    'usb-speed',
    at,
    `${added ? 'the hub that this device needs' : 'this device'} is too slow for a port of a USB 2 controller that no companion has`,
    {
      help: "use model='qemu-xhci' for the controller, or add companions (ich9-uhci1 to 3) of the same index",
    },
  );
