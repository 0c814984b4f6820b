import { aliasInvalid, aliasTaken } from '../diagnostics/catalog';
import type { Device } from '../model/device';
import type { Domain } from '../model/domain';
import type { Place } from '../model/place';
import type { Context } from './context';

/** What libvirt lets a user choose; a part of what QEMU takes for an id (QEMU util/id.c id_wellformed). */
const USER_ALIAS = /^ua-[A-Za-z0-9_-]*$/;

/** Takes away the user's names that QEMU would refuse, and reports those that two devices have. */
export function checkAliases(guest: Domain, context: Context): Domain {
  const first = new Map<string, Place>();
  const devices = guest.devices.map((device): Device => {
    const { alias } = device;
    if (alias?.startsWith('ua-') !== true) return device;
    const at = device.at.of('alias/@name');
    if (!USER_ALIAS.test(alias)) {
      context.report(aliasInvalid(at, alias));
      return { ...device, alias: undefined };
    }
    const owner = first.get(alias);
    // The first console may be the first serial port.
    if (owner !== undefined && device.kind !== 'console') context.report(aliasTaken(at, alias, owner));
    first.set(alias, owner ?? at);
    return device;
  });
  return { ...guest, devices };
}
