import type { ScsiReference } from '../model/scsi-reference';
import type { ScsiSet } from '../model/scsi-set';
import type { HostFacts } from './facts';
import { adapterByHost } from './scsi';
import { findScsiSet, lunsBehind, scopeName, type SetScope } from './scsi-set';
import { linksOf, pciNameOf } from './stable-source';

/**
 * A name of an adapter or a target that means the same one after the next boot: a port by its WWN, what is alone behind a
 * PCI function, or what stands above a LUN that has a name. Undefined: it has none.
 */
export function stableSetOf(facts: HostFacts, scope: SetScope): ScsiReference | undefined {
  const of = scope.target === undefined ? 'host' : 'target';
  for (const reference of candidates(facts, scope)) {
    const found = findScsiSet(facts, { type: 'scsi-set', of, reference });
    if (found.is === 'found' && scopeName(found.scope) === scopeName(scope)) return reference;
  }
  return undefined;
}

/** The number of a fibre channel target is that of its discovery: no port has it in its name. */
function* candidates(facts: HostFacts, scope: SetScope): Generator<ScsiReference> {
  const adapter = adapterByHost(facts, scope.host);
  const port = typeof adapter === 'object' && scope.target === undefined ? adapter.fc : undefined;
  if (port !== undefined) yield { by: 'port', wwpn: port.wwpn, wwnn: port.wwnn };
  const pci = pciNameOf(facts, scope.host);
  if (pci !== undefined) yield { by: 'name', name: pci, rel: 'child' };
  for (const device of lunsBehind(facts, scope))
    for (const link of linksOf(device)) if (link.by === 'name') yield { ...link, rel: 'parent' };
}

/** The adapter or target that a set names. */
export function scopeOf(facts: HostFacts, set: ScsiSet): SetScope | undefined {
  const found = findScsiSet(facts, set);
  return found.is === 'found' ? found.scope : undefined;
}
