import type { LaunchSecurity, SevSecurity, TdxSecurity } from '../model/launch-security';
import { UINT } from '../model/number';
import { hexadecimal } from './address';
import type { XmlElement } from './element';

/** `<launchSecurity>`. */
export function parseLaunchSecurity(root: XmlElement): LaunchSecurity | undefined {
  const security = root.child('launchSecurity');
  if (security === undefined) return undefined;
  security.required('@type', 'use sev, sev-snp, tdx or s390-pv');
  const type = security.choice('@type', ['sev', 'sev-snp', 'tdx', 's390-pv']);
  switch (type) {
    case 'sev':
      return parseSev(security);
    case 'sev-snp':
      return parseSnp(security);
    case 'tdx':
      return parseTdx(security);
    case 's390-pv':
      return { type, at: security.at };
    default:
      security.skipAll();
      return undefined;
  }
}

function parseSev(security: XmlElement): LaunchSecurity {
  // the firmware's name for a running guest
  security.skip('handle');
  return {
    type: 'sev',
    ...parseCommon(security),
    dhCert: security.text('dhCert'),
    session: security.text('session'),
  };
}

function parseSnp(security: XmlElement): LaunchSecurity {
  return {
    type: 'sev-snp',
    ...parseCommon(security),
    authorKey: security.yes('@authorKey'),
    vcek: security.yes('@vcek'),
    guestVisibleWorkarounds: security.text('guestVisibleWorkarounds'),
    idBlock: security.text('idBlock'),
    idAuth: security.text('idAuth'),
    hostData: security.text('hostData'),
  };
}

/** An element without text is as one that is not there. */
function parseTdx(security: XmlElement): TdxSecurity {
  const service = security.child('quoteGenerationService');
  return {
    type: 'tdx',
    at: security.at,
    policy: hexadecimal(security, 'policy'),
    mrConfigId: security.text('mrConfigId'),
    mrOwner: security.text('mrOwner'),
    mrOwnerConfig: security.text('mrOwnerConfig'),
    quoteGenerationService: service && { path: service.text('@path') },
  };
}

function parseCommon(security: XmlElement): Omit<SevSecurity, 'type' | 'dhCert' | 'session'> {
  security.required('policy', 'say what the host may do with the guest, such as 0x0001');
  return {
    at: security.at,
    kernelHashes: security.yes('@kernelHashes'),
    cbitpos: security.integer('cbitpos', { max: UINT }),
    reducedPhysBits: security.integer('reducedPhysBits', { max: UINT }),
    policy: hexadecimal(security, 'policy') ?? 0,
  };
}
