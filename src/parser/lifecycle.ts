import type { Domain, LifecycleAction } from '../model/domain';
import type { XmlElement } from './element';

const ACTIONS: readonly LifecycleAction[] = ['destroy', 'restart', 'preserve', 'rename-restart'];
const CRASH_ACTIONS: readonly LifecycleAction[] = [
  ...ACTIONS,
  'preserve-running',
  'coredump-destroy',
  'coredump-restart',
];

/** `<on_poweroff>`, `<on_reboot>`, `<on_crash>` and `<on_lockfailure>`. */
export function parseEvents(root: XmlElement): Domain['events'] {
  return {
    poweroff: root.choice('on_poweroff', ACTIONS),
    reboot: root.choice('on_reboot', ACTIONS),
    crash: root.choice('on_crash', CRASH_ACTIONS),
    lockfailure: root.choice('on_lockfailure', ['poweroff', 'restart', 'pause', 'ignore']),
  };
}

/** `<pm>`. */
export function parsePm(root: XmlElement): Domain['pm'] {
  return {
    suspendToMem: root.yes('pm/suspend-to-mem/@enabled'),
    suspendToDisk: root.yes('pm/suspend-to-disk/@enabled'),
  };
}
