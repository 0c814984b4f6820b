import type { PlannedChardev } from './chardev';
import type { Planned } from './planned';

export interface PlannedTpm extends Planned<'tpm'> {
  readonly driver: string;
  /** `hostPath`: the device itself opens the host's TPM; else a -tpmdev does. */
  readonly back:
    | { readonly type: 'host-path'; readonly path: string }
    | {
        readonly type: 'passthrough';
        readonly id: string;
        readonly path: string;
        readonly cancelPath: string;
        /** Descriptors that the caller hands over. */
        readonly descriptors: readonly { readonly set: number; readonly opaque: string }[];
      }
    | { readonly type: 'emulator'; readonly id: string; readonly chardev: PlannedChardev };
}
