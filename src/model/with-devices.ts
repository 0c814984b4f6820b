import type { Device } from './device';
import type { Domain } from './domain';

/**
 * The guest with other devices. Every name is written out, in the parser's order: V8 then gives both guests one hidden
 * class, where a spread makes one for each pass that copies, and every later read of a guest looks for its way anew.
 */
export function withDevices(guest: Domain, devices: readonly Device[]): Domain {
  const copy: { readonly [K in keyof Required<Domain>]: Domain[K] } = {
    at: guest.at,
    type: guest.type,
    hasType: guest.hasType,
    idmap: guest.idmap,
    hasBootloader: guest.hasBootloader,
    id: guest.id,
    name: guest.name,
    uuid: guest.uuid,
    hwuuid: guest.hwuuid,
    genid: guest.genid,
    title: guest.title,
    description: guest.description,
    hasMetadata: guest.hasMetadata,
    osId: guest.osId,
    memory: guest.memory,
    vcpu: guest.vcpu,
    iothreadCount: guest.iothreadCount,
    iothreads: guest.iothreads,
    defaultIothread: guest.defaultIothread,
    cputune: guest.cputune,
    hostSections: guest.hostSections,
    os: guest.os,
    features: guest.features,
    cpu: guest.cpu,
    numa: guest.numa,
    numatune: guest.numatune,
    iommufd: guest.iommufd,
    sysinfo: guest.sysinfo,
    clock: guest.clock,
    events: guest.events,
    pm: guest.pm,
    throttleGroups: guest.throttleGroups,
    emulator: guest.emulator,
    devices,
    redirFilter: guest.redirFilter,
    seclabels: guest.seclabels,
    keywrap: guest.keywrap,
    launchSecurity: guest.launchSecurity,
    deprecation: guest.deprecation,
    qemu: guest.qemu,
  };
  return copy;
}
