import type { LaunchPlan } from '../model/plan';
import type { PlannedLaunchSecurity } from '../model/plan/launch-security';
import { object, type Arg, type Properties } from './args';

/** The id that -machine refers to. */
const ID = 'lsec0';

export function launchSecurityArgs({ launchSecurity }: LaunchPlan): Arg[] {
  return launchSecurity === undefined
    ? []
    : [object({ 'qom-type': launchSecurity.type, id: ID, ...propertiesOf(launchSecurity) })];
}

function propertiesOf(security: PlannedLaunchSecurity): Properties {
  switch (security.type) {
    case 's390-pv-guest':
      return {};
    case 'tdx-guest':
      return {
        mrconfigid: security.mrconfigid,
        mrowner: security.mrowner,
        mrownerconfig: security.mrownerconfig,
        'quote-generation-socket':
          security.quoteGenerationSocket === undefined
            ? undefined
            : { type: 'unix', path: security.quoteGenerationSocket },
        attributes: security.attributes,
      };
    case 'sev-guest':
      return {
        cbitpos: security.cbitpos,
        'reduced-phys-bits': security.reducedPhysBits,
        policy: security.policy,
        'dh-cert-file': security.dhCertFile,
        'session-file': security.sessionFile,
        'kernel-hashes': security.kernelHashes,
      };
    case 'sev-snp-guest':
      return {
        cbitpos: security.cbitpos,
        'reduced-phys-bits': security.reducedPhysBits,
        'kernel-hashes': security.kernelHashes,
        policy: security.policy,
        'guest-visible-workarounds': security.guestVisibleWorkarounds,
        'id-block': security.idBlock,
        'id-auth': security.idAuth,
        'host-data': security.hostData,
        'author-key-enabled': security.authorKeyEnabled,
        'vcek-disabled': security.vcekDisabled,
      };
  }
}
