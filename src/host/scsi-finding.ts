import type { ScsiNameReference, ScsiReference } from '../model/scsi-reference';
import type { HostFacts, ScsiDevice } from './facts';
import { asNodeDeviceName, nodeDeviceOf, type NodeDevice } from './node-device';
import { scsiDevicesByWwn } from './scsi-wwn';
import { scsiBehind, nodesOf, scsiDeviceByHctl, scsiDeviceByNode } from './scsi';
import { blockByPath } from './block';

/** What a reference to one LUN leads to on a host. */
export type ScsiFinding =
  | { readonly outcome: 'device'; readonly device: ScsiDevice }
  /** A device node or a link to one; what it leads to is asked of the host as for any path. */
  | { readonly outcome: 'path'; readonly path: string }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'absent'; readonly near: readonly ScsiDevice[] }
  | { readonly outcome: 'ambiguous'; readonly among: readonly ScsiDevice[] }
  /** It names something else than a LUN. */
  | { readonly outcome: 'no-lun'; readonly is: Exclude<NodeDevice['is'], 'scsi' | 'node' | 'link'> | 'port' };

/** SAM-5 4.7.7: a well-known logical unit answers for its target and is no device to use. */
const WELL_KNOWN = 0x1e;

/** The one LUN that a reference names. */
export function findScsiLun(facts: HostFacts, reference: ScsiReference): ScsiFinding {
  switch (reference.by) {
    case 'address': {
      const { host, bus = 0, target, lun } = reference;
      if (target === undefined) return { outcome: 'no-lun', is: 'scsi_host' };
      if (lun === undefined) return { outcome: 'no-lun', is: 'scsi_target' };
      return byHctl(facts, { host, channel: bus, target, lun });
    }
    case 'name':
      return byName(facts, reference);
    case 'wwn':
      return byWwn(facts, reference.wwn);
    case 'port':
      return { outcome: 'no-lun', is: 'port' };
  }
}

interface Scope {
  readonly host: number;
  readonly channel?: number | undefined;
  readonly target?: number | undefined;
}

/** The LUNs on a host, a channel or a target of it, without well-known ones, in the order of the snapshot. */
export function lunsOn(facts: HostFacts, on: Scope): readonly ScsiDevice[] {
  return listedOn(facts, on).filter(({ type }) => type !== WELL_KNOWN);
}

/** All that the kernel lists there. */
export function listedOn({ scsi = [] }: HostFacts, on: Scope): readonly ScsiDevice[] {
  return scsi.filter(
    ({ hctl }) =>
      hctl.host === on.host &&
      (on.channel ?? hctl.channel) === hctl.channel &&
      (on.target ?? hctl.target) === hctl.target,
  );
}

function byHctl(facts: HostFacts, hctl: ScsiDevice['hctl']): ScsiFinding {
  const device = scsiDeviceByHctl(facts, hctl);
  if (device === 'unknown') return { outcome: 'unknown' };
  if (device === 'absent') return { outcome: 'absent', near: lunsOn(facts, { host: hctl.host }) };
  return { outcome: 'device', device };
}

function byName(facts: HostFacts, { name, rel }: ScsiNameReference): ScsiFinding {
  const named = nodeDeviceOf(name);
  if (rel === 'parent') return parentOf(facts, named);
  if (rel === 'child') return childOf(facts, named);
  if (named.is === 'scsi') return byHctl(facts, named.hctl);
  if (named.is === 'node' || named.is === 'link') return byNode(facts, named);
  return { outcome: 'no-lun', is: named.is };
}

function byNode(facts: HostFacts, named: Extract<NodeDevice, { is: 'node' | 'link' }>): ScsiFinding {
  if (named.is === 'link') return byLink(facts, named.name);
  const { path, serial } = named;
  return serial === undefined ? { outcome: 'path', path } : bySerial(facts, path, serial);
}

/** wwn-0x..., ata-..., pci-0000:...: where no host is known, udev's names by path have the bus address in front. */
function byLink(facts: HostFacts, name: string): ScsiFinding {
  const { scsi, block = [] } = facts;
  const links = [...(scsi ?? []).flatMap(nodesOf), ...block].flatMap((node) => node.links);
  const path = links.find((link) => link.endsWith(`/by-id/${name}`) || link.endsWith(`/by-path/${name}`));
  if (path !== undefined) return { outcome: 'path', path };
  if (scsi !== undefined) return { outcome: 'absent', near: scsi };
  const folder = /^(pci|ip|fc|platform|ccw|acpi|vmbus)-/.test(name) ? 'by-path' : 'by-id';
  return { outcome: 'path', path: `/dev/disk/${folder}/${name}` };
}

/**
 * `block_sda_ST9160411AS_5TG11QWL`: the serial is the device's own, the kernel's name only where it was when the name was
 * made. It decides between the paths of one LUN, and where udev's names are not known.
 */
function bySerial(facts: HostFacts, path: string, serial: string): ScsiFinding {
  const { scsi } = facts;
  if (scsi === undefined) return { outcome: 'path', path };
  const found = scsi.filter((device) => serialsOf(device).includes(serial));
  const [device] = found.filter(({ block }) => block?.path === path);
  if (device !== undefined) return { outcome: 'device', device };
  const [first, second] = found;
  if (first !== undefined)
    return second === undefined
      ? { outcome: 'device', device: first }
      : { outcome: 'ambiguous', among: found };
  const there = scsi.find(({ block }) => block?.path === path);
  if (there === undefined || serialsOf(there).length > 0)
    return { outcome: 'absent', near: there ? [there] : scsi };
  return { outcome: 'path', path };
}

/** ID_SERIAL of udev, as libvirt writes it: in the links by id behind the bus. */
function serialsOf({ block }: ScsiDevice): string[] {
  return (block?.links ?? []).flatMap((link) => {
    const serial = /\/by-id\/(?!wwn-)[a-z0-9]+-(.+)$/.exec(link)?.[1];
    return serial === undefined ? [] : [asNodeDeviceName(serial)];
  });
}

/** The paths of one LUN are one device where multipathd made a map of them. */
function byWwn(facts: HostFacts, wwn: string): ScsiFinding {
  const { scsi } = facts;
  if (scsi === undefined)
    return /^t10\./.test(wwn)
      ? { outcome: 'unknown' }
      : { outcome: 'path', path: `/dev/disk/by-id/wwn-0x${wwn}` };
  const found = scsiDevicesByWwn(scsi, wwn);
  const [first, second] = found;
  if (first === undefined) return { outcome: 'absent', near: scsi };
  if (second === undefined) return { outcome: 'device', device: first };
  const disks = found.filter(({ block }) => block !== undefined);
  const map = disks[0]?.multipath;
  return map !== undefined && disks.every(({ multipath }) => multipath === map)
    ? { outcome: 'path', path: map }
    : { outcome: 'ambiguous', among: found };
}

/** The parent of sdX or sgN is its SCSI device; that of a SCSI device is a target. */
function parentOf(facts: HostFacts, named: NodeDevice): ScsiFinding {
  if (named.is === 'scsi') return { outcome: 'no-lun', is: 'scsi_target' };
  if (named.is === 'scsi_target') return { outcome: 'no-lun', is: 'scsi_host' };
  if (named.is === 'scsi_host') return { outcome: 'no-lun', is: 'pci' };
  if (named.is !== 'node' && named.is !== 'link') return { outcome: 'no-lun', is: named.is };
  const found = byNode(facts, named);
  if (found.outcome !== 'path') return found;
  const device = scsiDeviceByNode(facts, found.path);
  if (typeof device === 'object') return { outcome: 'device', device };
  const block = blockByPath(facts, found.path);
  const behind = typeof block === 'object' ? scsiBehind(facts, block) : [];
  if (behind.length > 0) return { outcome: 'ambiguous', among: behind };
  // Of what is no SCSI device, the path says what it is.
  return found;
}

function childOf(facts: HostFacts, named: NodeDevice): ScsiFinding {
  if (named.is !== 'scsi_target' && named.is !== 'scsi_host' && named.is !== 'pci')
    return { outcome: 'no-lun', is: 'unknown' };
  if (facts.scsi === undefined || facts.adapters === undefined) return { outcome: 'unknown' };
  const hosts =
    named.is === 'pci'
      ? facts.adapters
          .filter(({ pciParent }) => pciParent === named.address)
          .map((adapter) => ({ host: adapter.host }))
      : [named];
  const found = hosts.flatMap((on) => lunsOn(facts, on));
  const [device, second] = found;
  if (device === undefined) return { outcome: 'absent', near: [] };
  return second === undefined ? { outcome: 'device', device } : { outcome: 'ambiguous', among: found };
}
