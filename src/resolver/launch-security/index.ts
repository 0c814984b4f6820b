import { fileName } from '../../model/file-name';
import type { Domain } from '../../model/domain';
import type { LaunchSecurity, SevSecurity, SnpSecurity, TdxSecurity } from '../../model/launch-security';
import type { PlannedLaunchSecurity } from '../../model/plan/launch-security';
import type { Context } from '../context';
import { privateFolder } from '../guest/paths';
import { shellWord } from '../../model/shell-word';
import { quoteSocketOf } from './tdx';

/** `<launchSecurity>` -> the object that -machine names (libvirt src/qemu/qemu_command.c qemuBuildSecCommandLine). */
export function planLaunchSecurity(guest: Domain, context: Context): PlannedLaunchSecurity | undefined {
  const { launchSecurity } = guest;
  switch (launchSecurity?.type) {
    case 'sev':
      return planSev(launchSecurity, guest, context);
    case 'sev-snp':
      return planSnp(launchSecurity, context);
    case 'tdx':
      return planTdx(launchSecurity, context);
    case 's390-pv':
      return { type: 's390-pv-guest' };
    default:
      return undefined;
  }
}

function planSev(security: SevSecurity, guest: Domain, context: Context): PlannedLaunchSecurity {
  const { policy, dhCert, session, kernelHashes } = security;
  return {
    type: 'sev-guest',
    ...encryptionBit(security, context),
    policy,
    dhCertFile: dhCert === undefined ? undefined : blobFile('dh_cert', dhCert, guest, context),
    sessionFile: session === undefined ? undefined : blobFile('session', session, guest, context),
    kernelHashes,
  };
}

function planSnp(security: SnpSecurity, context: Context): PlannedLaunchSecurity {
  const { policy, kernelHashes, guestVisibleWorkarounds, idBlock, idAuth, hostData } = security;
  return {
    type: 'sev-snp-guest',
    ...encryptionBit(security, context),
    kernelHashes,
    policy,
    guestVisibleWorkarounds,
    idBlock,
    idAuth,
    hostData,
    authorKeyEnabled: security.authorKey,
    vcekDisabled: security.vcek === undefined ? undefined : !security.vcek,
  };
}

function planTdx(security: TdxSecurity, context: Context): PlannedLaunchSecurity {
  const { policy, mrConfigId, mrOwner, mrOwnerConfig } = security;
  const quoteGenerationSocket = quoteSocketOf(security);
  if (quoteGenerationSocket !== undefined)
    context.resource({ path: quoteGenerationSocket, access: 'read-write', shared: true, usedBy: 'lsec0' });
  return {
    type: 'tdx-guest',
    mrconfigid: mrConfigId,
    mrowner: mrOwner,
    mrownerconfig: mrOwnerConfig,
    quoteGenerationSocket,
    attributes: policy,
  };
}

type Sev = Extract<LaunchSecurity, { type: 'sev' | 'sev-snp' }>;

/** What the XML says, else what the host's processor has. */
function encryptionBit(
  { cbitpos, reducedPhysBits }: Sev,
  { host }: Context,
): { readonly cbitpos: number; readonly reducedPhysBits: number } {
  return {
    cbitpos: cbitpos ?? host.sev?.cbitpos ?? 0,
    reducedPhysBits: reducedPhysBits ?? host.sev?.reducedPhysBits ?? 0,
  };
}

/** QEMU reads what the guest's owner signed from a file; libvirt writes it when it starts the guest. */
function blobFile(name: string, blob: string, guest: Domain, context: Context): string {
  const folder = context.profile.daemonFolders ? privateFolder(guest) : `/run/${fileName(guest.name)}`;
  const path = `${folder}/${name}.base64`;
  context.resource({ path, access: 'read', shared: false, usedBy: 'lsec0' });
  context.hostStep({
    what: `${path} must hold what <launchSecurity> says`,
    commands: [`mkdir -p ${shellWord(folder)}`, `printf %s ${shellWord(blob)} > ${shellWord(path)}`],
    undo: [`rm -f ${shellWord(path)}`, `rmdir ${shellWord(folder)} 2>/dev/null || :`],
  });
  return path;
}
