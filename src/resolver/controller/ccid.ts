import type { ControllerResolver } from './type';

/** A smartcard reader on the USB bus. */
export const CCID: ControllerResolver = {
  plan: (base) => ({ ...base, type: 'ccid', driver: 'usb-ccid' }),
};
