import type { DeprecationBehavior } from '../../model/domain';
import { QEMU_CONF_DEFAULTS, type QemuConf } from '../../model/qemu-conf';
import { flag, integer, isObject, member, text, word, type Guard } from '../shape';

type SettingGuard = Guard<boolean> | Guard<number> | Guard<string>;

const behavior = word<DeprecationBehavior>({ none: true, omit: true, reject: true, crash: true });

const guards = new Map(
  Object.entries(QEMU_CONF_DEFAULTS).map(([name, value]): [string, SettingGuard] => [
    name,
    name === 'deprecation_behavior' ? behavior : guardOf(value),
  ]),
);

function guardOf(value: string | number | boolean | undefined): SettingGuard {
  if (typeof value === 'boolean') return flag;
  return typeof value === 'number' ? integer : text;
}

/** Some of the settings, each of its kind. */
export const qemuConf: Guard<Partial<QemuConf>> = (value, path, fault): value is Partial<QemuConf> => {
  if (!isObject(value)) {
    fault(path, 'is not an object');
    return false;
  }
  const good = Object.entries(value).map(([name, setting]) => {
    const guard = guards.get(name);
    if (guard !== undefined) return guard(setting, member(path, name), fault);
    fault(member(path, name), 'is no setting of qemu.conf that bears on a command line');
    return false;
  });
  return good.every(Boolean);
};
