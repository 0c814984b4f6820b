import type { ChardevSource } from './chardev';
import type { DeviceBase } from './device-base';

export const TPM_MODELS = ['tpm-tis', 'tpm-crb', 'tpm-spapr', 'spapr-tpm-proxy'] as const;
export type TpmModel = (typeof TPM_MODELS)[number];

export const TPM_VERSIONS = ['1.2', '2.0'] as const;
export type TpmVersion = (typeof TPM_VERSIONS)[number];

/** The order is libvirt's. */
export const PCR_BANKS = ['sha1', 'sha256', 'sha384', 'sha512'] as const;
export type PcrBank = (typeof PCR_BANKS)[number];

/** A TPM in software: swtpm runs beside QEMU. */
export interface TpmEmulator {
  readonly type: 'emulator';
  readonly version?: TpmVersion | undefined;
  /** swtpm's log level. */
  readonly debug?: number | undefined;
  /** Whether the state outlives a transient guest. */
  readonly persistentState?: boolean | undefined;
  /** The secret with which the state is encrypted. */
  readonly secret?: string | undefined;
  readonly pcrBanks: readonly PcrBank[];
  /** Where the state is. */
  readonly source?: { readonly type: 'file' | 'dir'; readonly path: string } | undefined;
  /** What the TPM may do; chosen once, when its state is made. */
  readonly profile?: TpmProfile | undefined;
}

export interface TpmProfile {
  /** swtpm has one of its own where none is named. */
  readonly source?: string | undefined;
  readonly removeDisabled?: 'check' | 'fips-host' | undefined;
  /** What an earlier run found. */
  readonly name?: string | undefined;
}

/** `<tpm>`. */
export interface Tpm extends DeviceBase {
  readonly kind: 'tpm';
  readonly model?: TpmModel | undefined;
  readonly backend:
    | { readonly type: 'passthrough'; readonly path?: string | undefined }
    | TpmEmulator
    /** A TPM that somebody else runs. */
    | { readonly type: 'external'; readonly chardev: ChardevSource };
}
