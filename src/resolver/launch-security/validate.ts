import { launchSecurityInvalid, launchSecurityUnknown } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { SevSecurity, SnpSecurity } from '../../model/launch-security';
import type { Context } from '../context';
import { planAccel } from '../guest/accel';
import { requires } from '../requires';
import { validateSnpBlobs } from './blobs';
import { validateTdx } from './tdx';

const CAPABILITIES = {
  sev: 'sev-guest',
  'sev-snp': 'sev-snp-guest',
  tdx: 'tdx-guest',
  's390-pv': 's390-pv-guest',
} as const;

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
  if (type === 'tdx') {
    validateTdx(launchSecurity, guest, context);
    return;
  }
  validateHost(launchSecurity, context);
  if (type === 'sev-snp') validateSnpBlobs(launchSecurity, context);
  else if (launchSecurity.kernelHashes !== undefined)
    requires(context, 'sev-guest-kernel-hashes', at.of('@kernelHashes'), 'a measured kernel');
}

function validateHost(security: SevSecurity | SnpSecurity, context: Context): void {
  const known = security.cbitpos !== undefined && security.reducedPhysBits !== undefined;
  if (!known && context.host.sev === undefined) context.report(launchSecurityUnknown(security.at));
}
