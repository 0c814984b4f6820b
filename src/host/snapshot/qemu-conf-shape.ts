import { qemuConfKinds, type QemuConf, type SettingKind } from '../../model/qemu-conf';
import { flag, integer, isObject, member, text, word, type Guard } from '../shape';

const guards = new Map([...qemuConfKinds()].map(([name, kind]) => [name, guardOf(kind)]));

function guardOf(kind: SettingKind): Guard<boolean> | Guard<number> | Guard<string> {
  if (kind === 'boolean') return flag;
  if (kind === 'number') return integer;
  return kind === 'text' ? text : word(Object.fromEntries(kind.map((one) => [one, true])));
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
