import { numaNodeUnavailable, numatuneInvalid } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Numatune } from '../../../model/numa';
import type { Place } from '../../../model/place';
import type { Context } from '../../context';
import { isAuto } from '../host-nodes';

type Memnode = Numatune['memnodes'][number];

export function validateNumatune(guest: Domain, context: Context): void {
  const { numatune } = guest;
  if (numatune === undefined) return;
  validatePlacement(guest, numatune, context);
  const { memory } = numatune;
  if (memory !== undefined && memory.placement !== 'auto')
    validateNodes(memory.at.of('@nodeset'), memory.nodeset, context);
  for (const node of numatune.memnodes) validateMemnode(guest, numatune, node, context);
  const cells = numatune.memnodes.map(({ cellid }) => cellid);
  const again = numatune.memnodes.find(({ cellid }, index) => cells.indexOf(cellid) < index);
  if (again !== undefined)
    context.report(
      numatuneInvalid(again.at, `cell ${again.cellid} is placed twice`, 'remove one of the two'),
    );
}

function validatePlacement({ vcpu }: Domain, numatune: Numatune, { report }: Context): void {
  const { memory, memnodes } = numatune;
  if (memory === undefined) return;
  if (!isAuto(memory, vcpu) && memory.nodeset === undefined)
    report(numatuneInvalid(memory.at, 'static placement needs the nodes of the host', "add nodeset='...'"));
  if (memory.placement === 'auto' && memnodes.length > 0)
    report(
      numatuneInvalid(
        memory.at,
        'automatic placement leaves no cell to be placed',
        'remove <memnode> or auto',
      ),
    );
}

function validateMemnode(guest: Domain, { memory }: Numatune, node: Memnode, context: Context): void {
  const { report } = context;
  if (!guest.numa.cells.some(({ id }) => id === node.cellid))
    report(numatuneInvalid(node.at.of('@cellid'), `the guest has no NUMA cell ${node.cellid}`, 'add it'));
  const modes = [memory?.mode ?? 'strict', node.mode ?? 'strict'];
  const alone = memory === undefined && node.mode !== 'restrictive';
  if (!alone && modes.includes('restrictive') && modes[0] !== modes[1])
    report(
      numatuneInvalid(node.at.of('@mode'), "'restrictive' holds for the whole guest or not", 'use one mode'),
    );
  validateNodes(node.at.of('@nodeset'), node.nodeset, context);
}

/** The kernel numbers nodes with gaps; what lies beyond the last one cannot be. */
function validateNodes(at: Place, nodes: readonly number[] | undefined, { host, report }: Context): void {
  const known = host.numa?.cells.map(({ id }) => id);
  if (known === undefined) return;
  const last = Math.max(...known);
  const missing = nodes?.find((id) => id > last);
  if (missing !== undefined) report(numaNodeUnavailable(at, missing, known));
}
