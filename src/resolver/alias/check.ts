import { aliasInvalid, aliasTaken, aliasTooLong, aliasWithoutMark } from '../../diagnostics/catalog';
import type { Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Place } from '../../model/place';
import type { Context } from '../context';
import { mapDevices } from '../map-devices';

/** What libvirt lets a user choose; a part of what QEMU takes for an id (QEMU util/id.c id_wellformed). */
const USER_ALIAS = /^ua-[A-Za-z0-9_-]*$/;

/** What a running guest's XML has (libvirt src/qemu/qemu_alias.c): numbers at the end, but for what there is once on a board. */
const OF_LIBVIRT = /\d$|^(usb|ide|scsi)$/;

/** QEMU softmmu/qdev-monitor.c qbus_find reads 127 bytes of a bus's name, which is its owner's id and `.0`. */
const BUS_OWNER_LENGTH = 125;
/** Other devices name them as their bus. */
const WITH_BUSES: ReadonlySet<Device['kind']> = new Set(['controller', 'sound']);

/** Takes away the user's names that QEMU would refuse, and reports those that two devices have. */
export function checkAliases(guest: Domain, context: Context): Domain {
  const first = new Map<string, Place>();
  return mapDevices(guest, (device) => {
    const { alias } = device;
    if (alias === undefined) return device;
    const at = device.at.of('alias/@name');
    if (!alias.startsWith('ua-')) {
      if (!OF_LIBVIRT.test(alias)) context.report(aliasWithoutMark(at, alias));
      return device;
    }
    if (!USER_ALIAS.test(alias)) {
      context.report(aliasInvalid(at, alias));
      return { ...device, alias: undefined };
    }
    if (WITH_BUSES.has(device.kind) && alias.length > BUS_OWNER_LENGTH)
      context.report(aliasTooLong(at, alias.length, BUS_OWNER_LENGTH));
    const owner = first.get(alias);
    // The first console may be the first serial port.
    if (owner !== undefined && device.kind !== 'console') context.report(aliasTaken(at, alias, owner));
    first.set(alias, owner ?? at);
    return device;
  });
}
