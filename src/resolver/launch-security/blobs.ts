import { launchSecurityInvalid } from '../../diagnostics/catalog';
import type { SnpSecurity, TdxSecurity } from '../../model/launch-security';
import type { Place } from '../../model/place';
import type { Context } from '../context';

/** Sizes in bytes that the processor's firmware fixes (AMD SEV-SNP ABI, 8.15 to 8.19). */
const SNP_BLOBS = { guestVisibleWorkarounds: 16, idBlock: 96, idAuth: 4096, hostData: 32 } as const;

/** Those of SHA384 (Intel TDX module: TD_PARAMS). */
const TDX_BLOBS = { mrConfigId: 48, mrOwner: 48, mrOwnerConfig: 48 } as const;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export function validateSnpBlobs(security: SnpSecurity, context: Context): void {
  for (const name of ['guestVisibleWorkarounds', 'idBlock', 'idAuth', 'hostData'] as const)
    validateBlob(name, security[name], SNP_BLOBS[name], 'see the SEV-SNP ABI', security.at, context);
}

export function validateTdxBlobs(security: TdxSecurity, context: Context): void {
  for (const name of ['mrConfigId', 'mrOwner', 'mrOwnerConfig'] as const)
    validateBlob(name, security[name], TDX_BLOBS[name], 'it is a SHA384 digest', security.at, context);
}

function validateBlob(
  name: string,
  text: string | undefined,
  bytes: number,
  help: string,
  at: Place,
  { report }: Context,
): void {
  const blob = text?.replace(/\s/g, '');
  if (blob === undefined) return;
  const size = BASE64.test(blob) ? (blob.length / 4) * 3 - (/=*$/.exec(blob)?.[0].length ?? 0) : undefined;
  if (size === undefined || size === 0)
    report(launchSecurityInvalid(at.of(name), `<${name}> is not base64`, 'encode it with: base64 -w0'));
  else if (size !== bytes)
    report(launchSecurityInvalid(at.of(name), `<${name}> has ${size} bytes, not ${bytes}`, help));
}
