import type { LaunchPlan } from '../model/plan';
import { chardev, device, flag, keyval, object, text, type Arg } from './args';

/** What comes before the machine: the name, `-S`, the key of the secrets. */
export function startArgs({ start }: LaunchPlan): Arg[] {
  return [
    start.named
      ? keyval('-name', {
          guest: start.name,
          process: start.process,
          'debug-threads': start.debugThreads || undefined,
        })
      : text('-name', start.name),
    ...(start.compat === undefined ? [] : [text('-compat', compatOf(start.compat))]),
    ...(start.paused ? [flag('-S')] : []),
    ...(start.masterKey === undefined
      ? []
      : [object({ 'qom-type': 'secret', id: 'masterKey0', format: 'raw', file: start.masterKey })]),
  ];
}

export function reservationArgs({ reservations }: LaunchPlan): Arg[] {
  return reservations === undefined ? [] : [object({ 'qom-type': 'pr-manager-helper', ...reservations })];
}

/** Always JSON: QEMU reads it so since the option exists. */
function compatOf({ output, input }: NonNullable<LaunchPlan['start']['compat']>): string {
  return JSON.stringify({ 'deprecated-output': output, 'deprecated-input': input });
}

export function configArgs({ start, display }: LaunchPlan): Arg[] {
  return [
    ...(display ? [] : [start.nographic ? flag('-nographic') : text('-display', 'none')]),
    ...(start.noUserConfig ? [flag('-no-user-config')] : []),
    flag('-nodefaults'),
    ...(start.muted ? [keyval('-audio', {}, 'none')] : []),
  ];
}

export function sgaArgs({ sga }: LaunchPlan): Arg[] {
  return sga ? [device({ driver: 'sga' })] : [];
}

export function monitorArgs({ monitors }: LaunchPlan): Arg[] {
  return monitors.flatMap((monitor, index) => {
    if (monitor.type === 'stdio') return [text('-monitor', 'stdio')];
    const id = index === 0 ? 'charmonitor' : `charmonitor${index}`;
    const where = monitor.type === 'qmp' ? { path: monitor.path } : { fd: monitor.fd };
    const name = index === 0 ? 'monitor' : `monitor${index}`;
    return [
      chardev('socket', { id, ...where, server: true, wait: false }),
      monitor.form === 'object'
        ? object({ 'qom-type': 'monitor-qmp', id: name, chardev: id })
        : keyval('-mon', { chardev: id, id: name, mode: 'control' }),
    ];
  });
}

export function genidArgs({ genid }: LaunchPlan): Arg[] {
  return genid === undefined ? [] : [device({ driver: 'vmgenid', guid: genid, id: 'vmgenid0' })];
}

export function vmcoreinfoArgs({ vmcoreinfo }: LaunchPlan): Arg[] {
  return vmcoreinfo ? [device({ driver: 'vmcoreinfo' })] : [];
}

export function sandboxArgs({ start }: LaunchPlan): Arg[] {
  if (start.sandbox === undefined) return [];
  if (!start.sandbox) return [text('-sandbox', 'off')];
  const sandbox = {
    obsolete: 'deny',
    elevateprivileges: 'deny',
    spawn: 'deny',
    resourcecontrol: 'deny',
  };
  return [keyval('-sandbox', sandbox, 'on')];
}

export function lastArgs({ start, asyncTeardown }: LaunchPlan): Arg[] {
  return [
    ...(asyncTeardown === undefined ? [] : [keyval('-run-with', { 'async-teardown': asyncTeardown })]),
    ...(start.timestamps ? [keyval('-msg', { timestamp: true })] : []),
  ];
}
