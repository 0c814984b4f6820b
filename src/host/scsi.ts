import { blockByPath } from './block';
import type { BlockDevice, DeviceNode, Hctl, HostFacts, Lookup, ScsiAdapter, ScsiDevice } from './facts';

/** `2:0:0:5`, as lsscsi and sysfs write it. */
export function hctlText({ host, channel, target, lun }: Hctl): string {
  return `${host}:${channel}:${target}:${lun}`;
}

/** The reverse; undefined for what is no H:C:T:L. */
export function hctlOf(text: string): Hctl | undefined {
  const [, host, channel, target, lun] = /^(\d{1,9}):(\d{1,9}):(\d{1,9}):(\d{1,20})$/.exec(text) ?? [];
  if (host === undefined || lun === undefined) return undefined;
  return {
    host: Number(host),
    channel: Number(channel),
    target: Number(target),
    lun: BigInt(lun).toString(),
  };
}

/** The nodes of a device: block, sg, tape, changer. */
export function nodesOf({ block, sg, tape, changer }: ScsiDevice): DeviceNode[] {
  return [block, sg, tape, changer].filter((node) => node !== undefined);
}

/** Which node of the device a path leads to, itself or by a link. */
export function deviceNodeByPath(device: ScsiDevice, path: string): DeviceNode | undefined {
  return nodesOf(device).find((node) => leadsTo(node, path));
}

/**
 * The SCSI device behind a path: its sd, sr, sg, st or sch node, or any link to one. A multipath map is not a SCSI
 * device but has some: see scsiBehind. `absent`: the path is known and is no node of a SCSI device, or does not exist.
 */
export function scsiDeviceByNode(facts: HostFacts, path: string): Lookup<ScsiDevice> {
  const found = facts.scsi?.find((device) => deviceNodeByPath(device, path) !== undefined);
  if (found) return found;
  if (facts.scsi === undefined) return 'unknown';
  return blockByPath(facts, path) === 'unknown' && !facts.nodes?.some((node) => node.path === path)
    ? 'unknown'
    : 'absent';
}

export function scsiDeviceByHctl(facts: HostFacts, hctl: Hctl): Lookup<ScsiDevice> {
  const found = facts.scsi && addressesOf(facts.scsi).get(hctlText(hctl));
  if (found) return found;
  if (facts.anyScsi !== undefined) return wildcard(hctl, facts.anyScsi);
  return facts.scsi === undefined ? 'unknown' : 'absent';
}

/** By list, which never changes: a whole adapter may have thousands of LUNs, and each is looked up. */
const addresses = new WeakMap<readonly ScsiDevice[], ReadonlyMap<string, ScsiDevice>>();

function addressesOf(scsi: readonly ScsiDevice[]): ReadonlyMap<string, ScsiDevice> {
  let known = addresses.get(scsi);
  if (known === undefined) {
    known = new Map(scsi.map((device) => [hctlText(device.hctl), device]));
    addresses.set(scsi, known);
  }
  return known;
}

/** Where on an adapter: `<adapter name='scsi_host2'/><address bus= target= unit=/>` of a hostdev. */
export interface AdapterAddress {
  readonly adapter: string;
  readonly bus: number;
  readonly target: number;
  readonly unit: string;
}

/** Undefined for what names no SCSI host. */
export function hctlOfAdapter({ adapter, bus, target, unit }: AdapterAddress): Hctl | undefined {
  return hctlOf(`${adapter.replace(/^scsi_host/, '')}:${bus}:${target}:${unit}`);
}

export function scsiDeviceByAdapter(facts: HostFacts, address: AdapterAddress): Lookup<ScsiDevice> {
  const hctl = hctlOfAdapter(address);
  return hctl === undefined ? 'absent' : scsiDeviceByHctl(facts, hctl);
}

export function adapterByHost(facts: HostFacts, host: number): Lookup<ScsiAdapter> {
  const found = facts.adapters?.find((adapter) => adapter.host === host);
  return found ?? (facts.adapters === undefined ? 'unknown' : 'absent');
}

/** The SCSI devices that a block device is: one of a disk, all the paths of a multipath map, none of anything else. */
export function scsiBehind(facts: HostFacts, block: BlockDevice): readonly ScsiDevice[] {
  const nodes = block.dm?.type === 'multipath' ? block.slaves : [block.path];
  return (facts.scsi ?? []).filter(
    (device) => device.block !== undefined && nodes.includes(device.block.path),
  );
}

/** The SCSI devices behind a path: one of a node, several of a multipath map; none: there are none, or not known. */
export function scsiBehindPath(facts: HostFacts, path: string): readonly ScsiDevice[] {
  const device = scsiDeviceByNode(facts, path);
  if (typeof device === 'object') return [device];
  const block = blockByPath(facts, path);
  return typeof block === 'object' ? scsiBehind(facts, block) : [];
}

/** The block device that a SCSI device is; undefined: it has no block node, or the facts do not tell of it. */
export function blockOf(facts: HostFacts, device: Lookup<ScsiDevice>): BlockDevice | undefined {
  const block = typeof device === 'object' && device.block && blockByPath(facts, device.block.path);
  return typeof block === 'object' ? block : undefined;
}

/** The block device behind a path, by its own node or by that of the SCSI device; undefined: not known. */
export function blockBehind(facts: HostFacts, path: string): BlockDevice | undefined {
  const block = blockByPath(facts, path);
  return typeof block === 'object' ? block : blockOf(facts, scsiDeviceByNode(facts, path));
}

/** The name of a node that outlives a reboot and a replug: WWN first, then by-id, then by-path. */
export function stableName({ links }: Pick<DeviceNode, 'links'>): string | undefined {
  const order = [/^\/dev\/mapper\//, /\/by-id\/wwn-/, /\/by-id\/scsi-/, /\/by-id\//, /\/by-path\//];
  for (const pattern of order) {
    const link = links.find((path) => pattern.test(path));
    if (link !== undefined) return link;
  }
  return undefined;
}

/** Whether a name may mean another device after the next boot: /dev/sdX, /dev/sgN, /dev/stN, /dev/srN. */
export function isUnstable(path: string): boolean {
  // Most are links: those are told without a pattern, whose first use takes a start 50 microseconds.
  if (path.startsWith('/dev/disk/')) return false;
  return /^\/dev\/(sd[a-z]+\d*|sg\d+|n?st\d+|sr\d+|sch\d+|dm-\d+)$/.test(path);
}

function leadsTo(node: DeviceNode, path: string): boolean {
  return node.path === path || node.links.includes(path);
}

function wildcard(hctl: Hctl, sg: string): ScsiDevice {
  return { hctl, type: 0, vendor: '', model: '', revision: '', sg: { path: sg, links: [] } };
}
