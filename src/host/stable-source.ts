import type { ScsiReference } from '../model/scsi-reference';
import { wwnDigits } from '../model/wwn';
import type { HostFacts, ScsiDevice } from './facts';
import { nodeDeviceOf } from './node-device';
import { adapterByHost, isUnstable, nodesOf, stableName } from './scsi';
import { findScsiLun } from './scsi-finding';

/** A LUN by what QEMU's own initiator needs to reach it. */
interface IscsiName {
  readonly by: 'iscsi';
  readonly target: string;
  readonly lun: number;
  readonly portal?: string | undefined;
  /** Whom the target lets in. */
  readonly initiator?: string | undefined;
}

/** A name that means the same device after the next boot. */
export type StableSource = ScsiReference | IscsiName;

/** By its WWN, a link by id or by path, the PCI function that it is alone behind, or its IQN; undefined: it has none. */
export function stableSourceOf(facts: HostFacts, device: ScsiDevice): StableSource | undefined {
  for (const reference of candidates(facts, device))
    if (leadsBack(facts, reference, device)) return reference;
  return iscsiName(facts, device);
}

function* candidates(facts: HostFacts, device: ScsiDevice): Generator<ScsiReference> {
  const { wwid, hctl } = device;
  const wwn = wwid === undefined ? undefined : wwnDigits(wwid);
  // Of a host that was not read as a whole, a link alone is sure to lead to one device.
  const whole = facts.covers === undefined;
  if (wwn !== undefined && whole) yield { by: 'wwn', wwn };
  yield* linksOf(device);
  if (wwn !== undefined) yield { by: 'wwn', wwn };
  if (wwid?.startsWith('t10.') === true) yield { by: 'wwn', wwn: wwid };
  if (!whole) return;
  const pci = pciNameOf(facts, hctl.host);
  if (pci !== undefined) yield { by: 'name', name: pci, rel: 'child' };
}

/** By id, then by path: the paths of one LUN differ by path alone. */
export function* linksOf(device: ScsiDevice): Generator<ScsiReference> {
  const links = nodesOf(device).flatMap((node) => node.links);
  const best = stableName({ links });
  const path = links.find((link) => link.includes('/by-path/'));
  if (best !== undefined) yield { by: 'name', name: best };
  if (path !== undefined && path !== best) yield { by: 'name', name: path };
}

/** libvirt's name of the PCI function that an adapter belongs to. */
export function pciNameOf(facts: HostFacts, host: number): string | undefined {
  const adapter = adapterByHost(facts, host);
  return typeof adapter === 'object' && adapter.pciParent !== undefined
    ? `pci_${adapter.pciParent.replaceAll(/[:.]/g, '_')}`
    : undefined;
}

/** QEMU's initiator sends a LUN as two bytes that the target reads, address method and all (libiscsi iscsi_pdu_set_lun). */
const MOST_LUN = 0xffffn;

/** An offloading adapter may have several sessions, and then does not say to which a LUN belongs. */
function iscsiName(facts: HostFacts, { hctl }: ScsiDevice): IscsiName | undefined {
  const adapter = adapterByHost(facts, hctl.host);
  const [session, second] = typeof adapter === 'object' ? (adapter.iscsi ?? []) : [];
  const lun = BigInt(hctl.lun);
  if (session === undefined || second !== undefined || lun > MOST_LUN) return undefined;
  const { target, portal, initiator } = session;
  return { by: 'iscsi', target, lun: Number(lun), portal, initiator };
}

/** Several LUNs may have one name: two paths, or a device that calls all of its LUNs the same. */
function leadsBack(facts: HostFacts, reference: ScsiReference, device: ScsiDevice): boolean {
  const found = findScsiLun(facts, reference);
  if (found.outcome === 'device') return found.device === device;
  if (found.outcome !== 'path') return false;
  return found.path === device.multipath || nodesOf(device).some(({ links }) => links.includes(found.path));
}

/** What of a reference may mean another device after the next boot; undefined: nothing. */
export function unstablePart(reference: ScsiReference): string | undefined {
  if (reference.by === 'address') return `host number ${reference.host}`;
  if (reference.by !== 'name') return undefined;
  const named = nodeDeviceOf(reference.name);
  switch (named.is) {
    case 'scsi':
      return `host number ${named.hctl.host}`;
    case 'scsi_host':
    case 'scsi_target':
      return `host number ${named.host}`;
    case 'node':
      return named.serial === undefined && isUnstable(named.path) ? `the name ${named.path}` : undefined;
    default:
      return undefined;
  }
}
