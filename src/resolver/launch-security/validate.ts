import { launchSecurityInvalid, launchSecurityUnknown } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { LaunchSecurity, SnpSecurity } from '../../model/launch-security';
import type { Context } from '../context';
import { planAccel } from '../guest/accel';
import { requires } from '../requires';

const CAPABILITIES = { sev: 'sev-guest', 'sev-snp': 'sev-snp-guest', 's390-pv': 's390-pv-guest' } as const;

/** What libvirt refuses (src/conf/domain_validate.c, src/qemu/qemu_validate.c). */
export function validateLaunchSecurity(guest: Domain, context: Context): void {
  const { launchSecurity } = guest;
  if (launchSecurity === undefined) return;
  const { at, type } = launchSecurity;
  // QEMU itself aborts on a failed assertion.
  if (context.profile.checksMachine && planAccel(guest, context).name !== 'kvm')
    context.report(
      launchSecurityInvalid(
        at.of('@type'),
        `launch security of type '${type}' is the work of the host's processor, which only KVM reaches`,
        "use <domain type='kvm'> and no other accelerator, or remove <launchSecurity>",
      ),
    );
  requires(context, CAPABILITIES[type], at.of('@type'), `launch security of type '${type}'`);
  if (type === 's390-pv') {
    requires(context, 'confidential-guest-support', at.of('@type'), 'protected virtualization');
    return;
  }
  validateHost(launchSecurity, context);
  if (type === 'sev-snp') validateBlobs(launchSecurity, context);
  else if (launchSecurity.kernelHashes !== undefined)
    requires(context, 'sev-guest-kernel-hashes', at.of('@kernelHashes'), 'a measured kernel');
}

function validateHost(security: Exclude<LaunchSecurity, { type: 's390-pv' }>, context: Context): void {
  const known = security.cbitpos !== undefined && security.reducedPhysBits !== undefined;
  if (!known && context.host.sev === undefined) context.report(launchSecurityUnknown(security.at));
}

/** Sizes in bytes that the processor's firmware fixes (AMD SEV-SNP ABI, 8.15 to 8.19). */
const BLOBS = { guestVisibleWorkarounds: 16, idBlock: 96, idAuth: 4096, hostData: 32 } as const;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function validateBlobs(security: SnpSecurity, { report }: Context): void {
  for (const name of ['guestVisibleWorkarounds', 'idBlock', 'idAuth', 'hostData'] as const) {
    const blob = security[name]?.replace(/\s/g, '');
    if (blob === undefined) continue;
    const place = security.at.of(name);
    const size = BASE64.test(blob) ? (blob.length / 4) * 3 - (/=*$/.exec(blob)?.[0].length ?? 0) : undefined;
    if (size === undefined || size === 0)
      report(launchSecurityInvalid(place, `<${name}> is not base64`, 'encode it with: base64 -w0'));
    else if (size !== BLOBS[name])
      report(
        launchSecurityInvalid(
          place,
          `<${name}> has ${size} bytes, not ${BLOBS[name]}`,
          'see the SEV-SNP ABI',
        ),
      );
  }
}
