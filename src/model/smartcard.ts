import type { ChardevSource } from './chardev';
import type { DeviceBase } from './device-base';

/** `<smartcard>`: a card in a reader on the USB bus. */
export interface Smartcard extends DeviceBase {
  readonly kind: 'smartcard';
  readonly card:
    | { readonly mode: 'host' }
    | {
        readonly mode: 'host-certificates';
        /** Nicknames of certificates in an NSS database. */
        readonly certificates: readonly string[];
        readonly database?: string | undefined;
      }
    | { readonly mode: 'passthrough'; readonly chardev: ChardevSource };
}
