import { checkSocketPath } from '../chardev/socket-path';
import type { Domain } from '../../model/domain';
import type { PlannedMonitor, PlannedStart } from '../../model/plan/start';
import { SOCKET_FD } from '../chardev';
import { isX86 } from '../../qemu/architectures';
import { hasSoundChip } from '../../qemu/machines/sound';
import type { Context } from '../context';
import { privateFolder } from './paths';

const COMPAT = {
  none: undefined,
  omit: { output: 'hide' },
  reject: { output: 'hide', input: 'reject' },
  crash: { output: 'hide', input: 'crash' },
} as const;

export function planStart(guest: Domain, context: Context): PlannedStart {
  const { profile, options, conf, qemu } = context;
  return {
    name: guest.name,
    named: qemu.has('name-guest'),
    debugThreads: qemu.has('name-debug-threads') && profile.libvirtDefaults,
    process: profile.libvirtDefaults && conf.set_process_name ? `qemu:${guest.name}` : undefined,
    compat: compatOf(guest, context),
    paused: profile.paused || options.paused === true,
    masterKey: profile.masterKey && qemu.has('secret') ? `${privateFolder(guest)}/master-key.aes` : undefined,
    noUserConfig: profile.libvirtDefaults && qemu.has('no-user-config'),
    nographic: !qemu.has('display-option'),
    muted:
      !profile.libvirtDefaults &&
      !isX86(qemu.arch) &&
      qemu.has('audio-default') &&
      hasSoundChip(guest.os.machine ?? ''),
    sandbox: profile.libvirtDefaults && qemu.has('seccomp-sandbox') ? conf.seccomp_sandbox !== 0 : undefined,
    timestamps: profile.libvirtDefaults && qemu.has('msg-timestamp'),
  };
}

/** What a host says is for the QEMUs there that know of it; what a guest says was looked at before. */
function compatOf({ deprecation }: Domain, { conf, qemu }: Context): PlannedStart['compat'] {
  if (deprecation !== undefined) return COMPAT[deprecation];
  return qemu.has('compat') ? COMPAT[conf.deprecation_behavior] : undefined;
}

export function planMonitors(context: Context): PlannedMonitor[] {
  const { profile, options, qemu } = context;
  const form = qemu.has('object-monitor-qmp') ? 'object' : 'mon';
  checkSocketPath(options.qmp, () => undefined, context);
  return [
    ...(profile.libvirtMonitor ? [{ type: 'descriptor', fd: SOCKET_FD, form } as const] : []),
    ...(options.qmp === undefined ? [] : [{ type: 'qmp', path: options.qmp, form } as const]),
    ...(options.monitor === undefined ? [] : [{ type: options.monitor }]),
  ];
}

/** libvirt draws one; QEMU can do so itself. The placeholder is libvirt's for a random source that counts. */
export function planGenid({ genid }: Domain, { profile }: Context): string | undefined {
  return genid === 'auto' && profile.libvirtDefaults ? '00010203-0405-4607-8809-0a0b0c0d0e0f' : genid;
}

/** Standard input is a descriptor like any other to the QEMU of a daemon. */
export function planIncoming({ options }: Context): string | undefined {
  const from = options.context?.migrateFrom;
  return from === 'stdio' ? `fd:${MIGRATION_FD}` : from;
}

const MIGRATION_FD = 7;
