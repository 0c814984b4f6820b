import type { PlannedChardev } from './chardev';
import type { Planned } from './planned';

export interface PlannedSmartcard extends Planned<'smartcard'> {
  readonly card:
    | { readonly driver: 'ccid-card-emulated'; readonly backend: 'nss-emulated' }
    | {
        readonly driver: 'ccid-card-emulated';
        readonly backend: 'certificates';
        readonly certificates: readonly string[];
        readonly db: string;
      }
    | { readonly driver: 'ccid-card-passthru'; readonly chardev: PlannedChardev };
}
