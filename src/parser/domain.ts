import type { Device } from '../model/device';
import { DEPRECATION_BEHAVIORS, DOMAIN_TYPES, type Domain } from '../model/domain';
import { checkBlkiotune } from './blkiotune';
import { parseClock } from './clock';
import { parseCpu } from './cpu';
import { parseCputune } from './cputune';
import type { XmlElement } from './element';
import { parseFeatures } from './features';
import { parseIdmap } from './idmap';
import { parseIommufd } from './iommufd';
import { parseKeywrap } from './keywrap';
import { parseLaunchSecurity } from './launch-security';
import { parseEvents, parsePm } from './lifecycle';
import { parseThrottleGroups } from './iotune';
import { parseMemory } from './memory';
import { parseNuma } from './numa';
import { parseNumatune } from './numatune';
import { parseOs } from './os';
import { parseRedirFilter } from './redirdev';
import { parseQemuNamespace } from './qemu-namespace';
import { parseSeclabels } from './seclabel';
import { parseSysinfo } from './sysinfo';
import { parseUuid } from './uuid';
import { parseDefaultIothread, parseIothreads, parseVcpus } from './vcpu';

/** Settings of the host or of the management layer: no part of a command line by nature. */
const WITHOUT_ARGUMENT = ['metadata', 'blkiotune', 'resource', 'perf'];

/** Those of them, and others, that make a difference to how the guest runs. */
const HOST_SECTIONS = ['cputune', 'blkiotune', 'memtune', 'resource', 'perf'];

/** `<domain>`: the sections in schema order. */
export function parseDomain(root: XmlElement, devices: readonly Device[]): Domain {
  for (const name of WITHOUT_ARGUMENT) root.skip(name);
  checkBlkiotune(root);
  const iothreads = parseIothreads(root);
  return {
    at: root.at,
    type: root.choice('@type', DOMAIN_TYPES) ?? 'qemu',
    hasType: root.has('@type'),
    idmap: parseIdmap(root),
    hasBootloader: root.skip('bootloader'),
    id: root.integer('@id', { min: -1 }),
    name: root.required('name'),
    uuid: parseUuid(root, 'uuid'),
    hwuuid: parseUuid(root, 'hwuuid'),
    genid: parseGenid(root),
    title: root.child('title')?.content || undefined,
    description: root.child('description')?.content || undefined,
    hasMetadata: root.has('metadata'),
    osId: root.text('metadata/libosinfo:libosinfo/libosinfo:os/@id'),
    memory: parseMemory(root),
    vcpu: parseVcpus(root),
    iothreadCount: iothreads.count,
    iothreads: iothreads.each,
    defaultIothread: parseDefaultIothread(root),
    cputune: parseCputune(root),
    hostSections: HOST_SECTIONS.flatMap((name) => (root.has(name) ? [{ name, at: root.at.of(name) }] : [])),
    os: parseOs(root),
    features: parseFeatures(root),
    cpu: parseCpu(root),
    numa: parseNuma(root),
    numatune: parseNumatune(root),
    iommufd: parseIommufd(root),
    sysinfo: parseSysinfo(root),
    clock: parseClock(root),
    events: parseEvents(root),
    pm: parsePm(root),
    throttleGroups: parseThrottleGroups(root),
    emulator: root.text('devices/emulator'),
    devices,
    redirFilter: parseRedirFilter(root),
    seclabels: parseSeclabels(root),
    keywrap: parseKeywrap(root),
    launchSecurity: parseLaunchSecurity(root),
    deprecation: root.choice('qemu:deprecation/@behavior', DEPRECATION_BEHAVIORS),
    qemu: parseQemuNamespace(root),
  };
}

/** `<genid/>` is one that is made at each start. */
function parseGenid(root: XmlElement): Domain['genid'] {
  return root.has('genid') && root.text('genid') === undefined ? 'auto' : parseUuid(root, 'genid');
}
