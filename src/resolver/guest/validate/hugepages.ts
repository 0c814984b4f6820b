import { hugePageMissing, hugePagesInvalid } from '../../../diagnostics/catalog';
import { devicesOf } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { HugePage } from '../../../model/memory';
import { parseNumberSet } from '../../../model/number-set';
import type { Place } from '../../../model/place';
import type { Context } from '../../context';
import { isMounted } from '../hugepages';

/** `<hugepages>`: each cell has one size of page, which the host has mounted (libvirt virDomainDefParseMemory). */
export function validateHugepages(guest: Domain, context: Context): void {
  for (const { at, source } of devicesOf(guest, 'memory'))
    if (source.pageSize !== undefined) validateSize(source.pageSize, at.of('source/pagesize'), context);
  const { backing } = guest.memory;
  const pages = backing?.hugepages;
  if (backing === undefined || pages === undefined) return;
  const place = backing.at.of('hugepages');
  if (backing.source === 'anonymous')
    context.report(
      hugePagesInvalid(place, 'huge pages are files of the host', "remove <source type='anonymous'>"),
    );
  if (pages.length === 0) validateSize(undefined, place, context);
  const seen: HugePage[] = [];
  for (const page of pages) {
    if (page.size !== undefined) validateSize(page.size, page.at.of('@size'), context);
    validateNodes(page, guest, context);
    validateOther(page, seen, context);
    seen.push(page);
  }
}

function validateSize(size: number | undefined, at: Place, context: Context): void {
  if (!isMounted(size, context)) context.report(hugePageMissing(at, size === undefined ? size : size / 1024));
}

/** A guest without cells has its memory in one place. */
function validateNodes({ at, nodeset }: HugePage, { numa }: Domain, { report }: Context): void {
  if (nodeset === undefined) return;
  const nodes = parseNumberSet(nodeset);
  const count = Math.max(1, numa.cells.length);
  const missing = nodes?.find((node) => node >= count);
  if (nodes === undefined || nodes.length === 0)
    report(hugePagesInvalid(at.of('@nodeset'), `'${nodeset}' is no set of cells`, 'write it as 0-1,3'));
  else if (missing !== undefined)
    report(
      hugePagesInvalid(at.of('@nodeset'), `the guest has no NUMA cell ${missing}`, 'use the cells it has'),
    );
}

function validateOther(page: HugePage, before: readonly HugePage[], { report }: Context): void {
  const same = before.find((other) => intersect(page.nodeset, other.nodeset));
  if (same === undefined) return;
  const problem =
    page.nodeset === undefined ? 'there are two sizes for all cells' : 'a cell has pages of two sizes';
  report(hugePagesInvalid(page.at, problem, 'give each a nodeset of its own'));
}

function intersect(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const other = new Set(parseNumberSet(b) ?? []);
  return parseNumberSet(a)?.some((node) => other.has(node)) === true;
}
