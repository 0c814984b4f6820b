/** The object that hides the guest's memory from the host; names as in QEMU. */
export type PlannedLaunchSecurity =
  | {
      readonly type: 'sev-guest';
      readonly cbitpos: number;
      readonly reducedPhysBits: number;
      readonly policy: number;
      readonly dhCertFile?: string | undefined;
      readonly sessionFile?: string | undefined;
      readonly kernelHashes?: boolean | undefined;
    }
  | {
      readonly type: 'sev-snp-guest';
      readonly cbitpos: number;
      readonly reducedPhysBits: number;
      readonly kernelHashes?: boolean | undefined;
      readonly policy: number;
      readonly guestVisibleWorkarounds?: string | undefined;
      readonly idBlock?: string | undefined;
      readonly idAuth?: string | undefined;
      readonly hostData?: string | undefined;
      readonly authorKeyEnabled?: boolean | undefined;
      readonly vcekDisabled?: boolean | undefined;
    }
  | {
      readonly type: 'tdx-guest';
      readonly mrconfigid?: string | undefined;
      readonly mrowner?: string | undefined;
      readonly mrownerconfig?: string | undefined;
      /** The path of a UNIX socket. */
      readonly quoteGenerationSocket?: string | undefined;
      readonly attributes?: number | undefined;
    }
  | { readonly type: 's390-pv-guest' };
