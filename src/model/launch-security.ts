import type { Place } from './place';

/** What both generations of AMD's encryption have. */
interface SevCommon {
  readonly at: Place;
  readonly kernelHashes?: boolean | undefined;
  /** Absent: the host's. */
  readonly cbitpos?: number | undefined;
  readonly reducedPhysBits?: number | undefined;
  readonly policy: number;
}

/** SEV, and SEV-ES where the policy says so. */
export interface SevSecurity extends SevCommon {
  readonly type: 'sev';
  /** The owner's certificate and session, base64. */
  readonly dhCert?: string | undefined;
  readonly session?: string | undefined;
}

/** SEV-SNP; the blobs are base64. */
export interface SnpSecurity extends SevCommon {
  readonly type: 'sev-snp';
  readonly authorKey?: boolean | undefined;
  readonly vcek?: boolean | undefined;
  readonly guestVisibleWorkarounds?: string | undefined;
  readonly idBlock?: string | undefined;
  readonly idAuth?: string | undefined;
  readonly hostData?: string | undefined;
}

/** Intel's trust domains; the digests are SHA384, base64. */
export interface TdxSecurity {
  readonly type: 'tdx';
  readonly at: Place;
  /** TD_PARAMS.ATTRIBUTES of Intel's TDX module; absent: QEMU's. */
  readonly policy?: number | undefined;
  readonly mrConfigId?: string | undefined;
  readonly mrOwner?: string | undefined;
  readonly mrOwnerConfig?: string | undefined;
  /** `<quoteGenerationService path=>`: the socket of who signs what the guest attests; absent: nobody does. */
  readonly quoteGenerationService?: { readonly path?: string | undefined } | undefined;
}

/** `<launchSecurity>`: the guest's memory is hidden from the host. */
export type LaunchSecurity =
  SevSecurity | SnpSecurity | TdxSecurity | { readonly type: 's390-pv'; readonly at: Place };
