import { NO_FACTS, type Hctl, type HostFacts } from '../facts';
import { isUsualPage, mountOfPages } from '../huge-pages';
import { guestPaths, pathsToProbe } from '../guest-path';
import { imagesOf } from '../guest-image';
import { probeFirmware, probeGuest, probeHost, probeImages, probeNodes, probePaths, type Look } from '.';
import type { ProbeOptions } from './look';
import { probeVirtiofsd } from './virtiofsd';
import { nvmeNode } from '../nvme-node';
import { hctlOfAdapter } from '../scsi';
import { ANY_VIRTIOFSD } from '../virtiofsd';
import { devicesOf, type Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import { pciText } from '../../model/address';

/** How far a look at the host goes: `convert` for what decides the command line, `check` for all that may fail. */
export type Depth = 'convert' | 'check';

/**
 * What this host says about a guest. A conversion looks at the devices that the guest names, and at nothing for a guest
 * of images; a path that is not here is then unknown, not missing, since the guest may be meant for another host. A
 * check asks about this host, where what is not here is missing.
 */
export function probeFor(domain: Domain, depth: Depth = 'convert', look?: Look): HostFacts {
  const facts = depth === 'check' ? probeForCheck(domain, look) : probeForConversion(domain, { look });
  const servers = virtiofsdsOf(domain);
  return servers.length === 0 ? facts : { ...facts, virtiofsd: probeVirtiofsd(servers, { look }) };
}

function virtiofsdsOf(domain: Domain): string[] {
  return devicesOf(domain, 'filesystem').flatMap(({ driver, source, server }) =>
    driver === 'virtiofs' && source.socket === undefined ? [server.path ?? ANY_VIRTIOFSD] : [],
  );
}

function probeForCheck(domain: Domain, look?: Look): HostFacts {
  const images = probeImages(imagesOf(domain), { look });
  const below = images.flatMap(({ backing, dataFile }) => [backing?.path, dataFile?.path]);
  const disks = [...domain.devices.flatMap(diskPaths), ...below.filter((path) => path !== undefined)];
  const emulator = domain.emulator === undefined ? [] : [domain.emulator];
  const others = [...emulator, ...pathsToProbe(guestPaths(domain))];
  if (!needsHost(domain))
    return {
      images,
      ...probeGuest({ paths: [...disks, ...others], scsi: domain.devices.flatMap(scsiAddresses) }, { look }),
    };
  const facts = probeHost({ look });
  return {
    images,
    ...facts,
    nodes: [...(facts.nodes ?? []), ...probeNodes([...disks, ...others], { look })],
  };
}

function probeForConversion(domain: Domain, options: ProbeOptions): HostFacts {
  const paths = domain.devices.flatMap(devicePaths);
  const scsi = domain.devices.flatMap(scsiAddresses);
  // Names and WWNs are looked for among all that is there.
  if (needsHost(domain)) return probeHost(options);
  const memory = asksForPages(domain);
  const named = paths.length > 0 || scsi.length > 0 || memory;
  const withFirmware = domain.os.firmware !== undefined || domain.os.loader?.path !== undefined;
  if (!named && !withFirmware) return NO_FACTS;
  const found = named ? probePaths({ paths, scsi, memory }, options) : NO_FACTS;
  const { nodes, kvm, hugepages, numa: _own, ...facts } = found;
  return {
    ...facts,
    // The same of KVM, pages and nodes: a laptop without them can still preview a guest of a server.
    kvm: kvm === true ? true : undefined,
    hugepages: hasPagesFor(domain, found) ? hugepages : undefined,
    nodes: nodes?.filter(({ kind }) => kind !== 'absent'),
    firmware: withFirmware ? probeFirmware(options) : undefined,
  };
}

/** Whether the guest's memory is in huge pages, which are files below a folder that the host chose. */
const asksForPages = (domain: Domain) => pageSizes(domain).length > 0;

/** Bytes; undefined: of the host's default size. */
function pageSizes({ memory, devices }: Domain): (number | undefined)[] {
  const pages = memory.backing?.hugepages;
  const own = devices.flatMap((device) => (device.kind === 'memory' ? [device.source.pageSize] : []));
  return [
    ...(pages?.length === 0 ? [undefined] : (pages ?? []).map(({ size }) => size)),
    ...own.filter((size) => size !== undefined),
  ];
}

function hasPagesFor(domain: Domain, facts: HostFacts): boolean {
  return pageSizes(domain).every(
    (size) => isUsualPage(size, facts) || mountOfPages(size, facts) !== undefined,
  );
}

/** Device nodes, and whatever is to be passed through as a LUN. */
function devicePaths(device: Device): string[] {
  const lun = device.kind === 'disk' && (device.device === 'lun' || device.source?.type === 'block');
  return lun ? diskPaths(device) : [];
}

function diskPaths(device: Device): string[] {
  if (device.kind === 'disk' && device.source?.type === 'nvme')
    return [nvmeNode(pciText(device.source.pci), device.source.namespace)];
  if (device.kind !== 'disk' || (device.source?.type !== 'block' && device.source?.type !== 'file'))
    return [];
  return device.source.path === undefined ? [] : [device.source.path];
}

/** Whether the guest names what only a look at the host can tell, as libvirt's own forms never do. */
export function needsHost({ devices }: Domain): boolean {
  return devices.some(isReference);
}

function isReference(device: Device): boolean {
  if (device.kind === 'controller') return device.source !== undefined;
  return (
    device.kind === 'hostdev' &&
    (device.source.type === 'scsi-reference' || device.source.type === 'scsi-set')
  );
}

function scsiAddresses(device: Device): Hctl[] {
  if (device.kind !== 'hostdev' || device.source.type !== 'scsi-host') return [];
  const hctl = hctlOfAdapter(device.source);
  return hctl === undefined ? [] : [hctl];
}
