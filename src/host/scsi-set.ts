import type { ScsiNameReference } from '../model/scsi-reference';
import type { ScsiSet } from '../model/scsi-set';
import { blockByPath } from './block';
import type { HostFacts, ScsiAdapter, ScsiDevice } from './facts';
import { nodeDeviceOf, type NodeDevice } from './node-device';
import { findScsiLun, listedOn, lunsOn } from './scsi-finding';

/** An adapter of the host, or one target of it. */
export interface SetScope {
  readonly host: number;
  readonly target?: { readonly channel: number; readonly number: number } | undefined;
}

/** `other`: the name is one of something else; `several`: more than one fits; `port`: no such port yet. */
export type FoundSet =
  | { readonly is: 'found'; readonly scope: SetScope }
  | { readonly is: 'unknown' | 'absent' | 'other' | 'port' }
  | { readonly is: 'several'; readonly scopes: readonly SetScope[] };

/** libvirt's name of it: scsi_host2, scsi_target2_0_4. */
export function scopeName({ host, target }: SetScope): string {
  return target === undefined ? `scsi_host${host}` : `scsi_target${host}_${target.channel}_${target.number}`;
}

/** Whole targets and adapters by the ways in which the XML can name them. */
export function findScsiSet(facts: HostFacts, set: ScsiSet): FoundSet {
  const { reference } = set;
  switch (reference.by) {
    case 'address':
      return checked(facts, {
        host: reference.host,
        target:
          set.of === 'host' ? undefined : { channel: reference.bus ?? 0, number: reference.target ?? 0 },
      });
    case 'name':
      return byName(facts, set, reference);
    case 'port':
      return byPort(facts, set, reference);
    case 'wwn':
      return { is: 'other' };
  }
}

/** Every LUN behind it, in the order of lsscsi; none where the host was not read. */
export function lunsBehind(facts: HostFacts, { host, target }: SetScope): readonly ScsiDevice[] {
  const luns = lunsOn(facts, { host, channel: target?.channel, target: target?.number });
  return luns.filter((device) => !isNoDevice(device)).sort(byAddress);
}

/** What the kernel lists there and is no LUN to pass on: well-known logical units, entries that stand for no device. */
export function noDevicesBehind(facts: HostFacts, { host, target }: SetScope): readonly ScsiDevice[] {
  return listedOn(facts, { host, channel: target?.channel, target: target?.number }).filter(isNoDevice);
}

/** By channel, target and LUN, each as a number. */
function byAddress({ hctl: a }: ScsiDevice, { hctl: b }: ScsiDevice): number {
  const luns = BigInt(a.lun) < BigInt(b.lun) ? -1 : 1;
  return a.channel - b.channel || a.target - b.target || luns;
}

/** The adapters that are known, and the targets behind them. */
export function scopesOf(facts: HostFacts, of: ScsiSet['of']): readonly SetScope[] {
  if (of === 'host') return (facts.adapters ?? []).map(({ host }) => ({ host }));
  const targets = new Map<string, SetScope>();
  for (const { hctl } of facts.scsi ?? []) {
    const scope = { host: hctl.host, target: { channel: hctl.channel, number: hctl.target } };
    targets.set(scopeName(scope), scope);
  }
  return [...targets.values()];
}

function checked(facts: HostFacts, scope: SetScope): FoundSet {
  if (facts.scsi === undefined || facts.adapters === undefined) return { is: 'unknown' };
  const there =
    scope.target === undefined
      ? facts.adapters.some(({ host }) => host === scope.host)
      : lunsBehind(facts, scope).length > 0;
  return there ? { is: 'found', scope } : { is: 'absent' };
}

type Rel = ScsiNameReference['rel'];

function byName(facts: HostFacts, set: ScsiSet, { name, rel }: ScsiNameReference): FoundSet {
  const named = nodeDeviceOf(name);
  switch (named.is) {
    case 'scsi_host':
      return rel === 'child' && set.of === 'target'
        ? theOne(facts, targetsOf(facts, [named.host]))
        : exact(facts, set, 'host', rel, { host: named.host });
    case 'scsi_target':
      return exactTarget(facts, set, rel, named);
    case 'scsi':
      return rel === 'parent' ? checked(facts, above(set, named.hctl)) : { is: 'other' };
    case 'pci':
      return rel === 'child' ? behindPci(facts, set, named.address) : { is: 'other' };
    case 'node':
    case 'link':
      return rel === 'parent' ? aboveNode(facts, set, name) : { is: 'other' };
    case 'unknown':
      return { is: 'other' };
  }
}

function exactTarget(
  facts: HostFacts,
  set: ScsiSet,
  rel: Rel,
  { host, channel, target }: Extract<NodeDevice, { is: 'scsi_target' }>,
): FoundSet {
  if (rel === 'parent' && set.of === 'host') return checked(facts, { host });
  return exact(facts, set, 'target', rel, { host, target: { channel, number: target } });
}

/** Named by its own name. */
function exact(facts: HostFacts, set: ScsiSet, of: ScsiSet['of'], rel: Rel, scope: SetScope): FoundSet {
  return rel === undefined && set.of === of ? checked(facts, scope) : { is: 'other' };
}

function above(set: ScsiSet, { host, channel, target }: ScsiDevice['hctl']): SetScope {
  return set.of === 'host' ? { host } : { host, target: { channel, number: target } };
}

function aboveNode(facts: HostFacts, set: ScsiSet, name: string): FoundSet {
  const found = findScsiLun(facts, { by: 'name', name, rel: 'parent' });
  if (found.outcome === 'device') return checked(facts, above(set, found.device.hctl));
  if (found.outcome === 'unknown' || found.outcome === 'absent') return { is: found.outcome };
  if (facts.scsi === undefined) return { is: 'unknown' };
  const isThere = found.outcome !== 'path' || typeof blockByPath(facts, found.path) === 'object';
  return { is: isThere ? 'other' : 'absent' };
}

/** NPIV ports are below the function of the port that they were made on, and are not meant here. */
function behindPci(facts: HostFacts, set: ScsiSet, address: string): FoundSet {
  const hosts = (facts.adapters ?? [])
    .filter(({ pciParent, fc }) => pciParent === address && fc?.vportParent === undefined)
    .map(({ host }) => host);
  if (set.of === 'target') return theOne(facts, targetsOf(facts, hosts));
  const used = hosts.filter((host) => facts.scsi?.some(({ hctl }) => hctl.host === host));
  // An AHCI function has a host for each of its plugs, most of them empty.
  return theOne(
    facts,
    (used.length === 1 ? used : hosts).map((host) => ({ host })),
  );
}

function targetsOf(facts: HostFacts, hosts: readonly number[]): readonly SetScope[] {
  return scopesOf(facts, 'target').filter(({ host }) => hosts.includes(host));
}

function theOne(facts: HostFacts, scopes: readonly SetScope[]): FoundSet {
  const [first, second] = scopes;
  if (facts.scsi === undefined || facts.adapters === undefined) return { is: 'unknown' };
  if (first === undefined) return { is: 'absent' };
  return second === undefined ? { is: 'found', scope: first } : { is: 'several', scopes };
}

function byPort(
  facts: HostFacts,
  set: ScsiSet,
  { wwpn, wwnn }: { readonly wwpn: string; readonly wwnn?: string | undefined },
): FoundSet {
  if (facts.adapters === undefined) return { is: 'unknown' };
  const port = portAdapter(facts, wwpn);
  if (port === undefined || (wwnn !== undefined && port.fc?.wwnn !== wwnn)) return { is: 'port' };
  return checked(facts, { host: port.host, target: set.target });
}

/** The fibre channel port, physical or NPIV, of this name. */
export function portAdapter({ adapters }: HostFacts, wwpn: string): ScsiAdapter | undefined {
  return adapters?.find(({ fc }) => fc?.wwpn === wwpn);
}

/** For a message: `scsi_host2 (qla2xxx, port 21000024ff3dd3e8, 3 LUNs)`. */
export function scopeText(facts: HostFacts, scope: SetScope): string {
  const adapter = facts.adapters?.find(({ host }) => host === scope.host);
  const luns = lunsBehind(facts, scope).length;
  const parts = [
    ...(scope.target === undefined ? [adapter?.driver] : []),
    adapter?.fc && `port ${adapter.fc.wwpn}`,
    scope.target === undefined ? adapter?.pciParent : undefined,
    `${luns} ${luns === 1 ? 'LUN' : 'LUNs'}`,
  ];
  return `${scopeName(scope)} (${parts.filter((part) => part !== undefined).join(', ')})`;
}

/** Addresses of well-known logical units (SAM-5 4.7.7.5.1, 0xC1xx), and entries that stand for no device. */
export function isNoDevice({ hctl, type }: ScsiDevice): boolean {
  return (BigInt(hctl.lun) & 0xff00n) === 0xc100n || type === 0x1e || type === 0x1f;
}

/**
 * The number of the logical unit without its address method: Linux shows LUN 256 in flat space addressing as 16640
 * (SAM-5 4.7.7.3, method 01). Undefined: a LUN of several levels.
 */
export function logicalLun({ lun }: ScsiDevice['hctl']): number | undefined {
  const value = BigInt(lun);
  if (value >= 0x8000n) return undefined;
  return Number(value >= 0x4000n ? value - 0x4000n : value);
}
