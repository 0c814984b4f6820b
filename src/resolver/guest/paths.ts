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

const OF_ONE_RUN = {
  channel: /^\/(.+\/)?libvirt\/qemu\/(run\/)?channel\/(target\/)?([^/]+\.|domain-[^/]+\/|-?\d+-[^/]+\/)/,
  graphics: /^\/(.+\/)?libvirt\/qemu\/(lib\/)?domain-[^/]+\/[^/]+$/,
  dbus: /^unix:path=\/(.+\/)?libvirt\/qemu\/(run\/)?dbus\/[^/]+$/,
} as const;

/**
 * Whether libvirt made this up for one run of the guest, and `virsh dumpxml` told it: its folder is gone with that run. The
 * system's daemon has them in /var/lib and /run, one of a user in ~/.config and $XDG_RUNTIME_DIR, KubeVirt's in
 * /var/run/kubevirt-private (libvirt src/qemu/qemu_conf.c virQEMUDriverConfigNew).
 */
export function isOfOneRun(path: string, kind: keyof typeof OF_ONE_RUN): boolean {
  return OF_ONE_RUN[kind].test(path);
}
