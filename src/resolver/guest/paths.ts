import type { Domain } from '../../model/domain';

/** libvirt's own folders, as its system daemon uses them. */
export const STATE = '/var/lib/libvirt/qemu';

/** The name of a guest's folders: id and name, cut at 20 characters of the name (libvirt virDomainDefGetShortName). */
export function shortName(guest: Domain): string {
  return `-1-${Array.from(guest.name).slice(0, 20).join('')}`;
}

/** What belongs to this run of the guest alone. */
export function privateFolder(guest: Domain): string {
  return `${STATE}/domain-${shortName(guest)}`;
}
