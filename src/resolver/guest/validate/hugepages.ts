import { hugePageMissing, hugePagesInvalid, hugePagesUnverified } from '../../../diagnostics/catalog';
import { devicesOf } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { HugePage } from '../../../model/memory';
import type { Place } from '../../../model/place';
import type { Context } from '../../context';
import { cellsOf, guessedMount, isMounted } from '../hugepages';

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
  if (backing.allocation?.mode === 'ondemand')
    context.report(
      hugePagesInvalid(
        place,
        'huge pages are taken when the guest starts',
        "use <allocation mode='immediate'/>",
      ),
    );
  if (pages.length === 0) validateSize(undefined, place, context);
  const taken = new Set<number | 'whole'>();
  for (const page of pages) {
    if (page.size !== undefined) validateSize(page.size, page.at.of('@size'), context);
    if (context.profile.checksForQemu) reportGuess(page, guest, context);
    validateNodes(page, guest, context);
    validateOther(page, taken, guest, context);
  }
}

function validateSize(size: number | undefined, at: Place, context: Context): void {
  if (!isMounted(size, context)) context.report(hugePageMissing(at, size === undefined ? size : size / 1024));
}

/** A file of the kernel's own (memfd) is below no folder. */
function reportGuess({ at, size }: HugePage, { memory }: Domain, context: Context): void {
  const mount = guessedMount(size, context);
  if (mount !== undefined && size !== undefined && memory.backing?.source !== 'memfd')
    context.report(hugePagesUnverified(at.of('@size'), size / 1024, mount));
}

/** A guest without cells has its memory in one place. */
function validateNodes({ at, nodeset }: HugePage, { numa }: Domain, { report }: Context): void {
  if (nodeset === undefined) return;
  const missing = nodeset.find((node) => node >= Math.max(1, numa.cells.length));
  if (missing !== undefined)
    report(
      hugePagesInvalid(at.of('@nodeset'), `the guest has no NUMA cell ${missing}`, 'use the cells it has'),
    );
}

/** `taken`: the cells that the pages before have named, and whether one was for all the others. */
function validateOther(
  page: HugePage,
  taken: Set<number | 'whole'>,
  guest: Domain,
  { report }: Context,
): void {
  const cells = cellsOf(page, guest) ?? (['whole'] as const);
  if (cells.some((cell) => taken.has(cell))) {
    const problem =
      cells[0] === 'whole' ? 'there are two sizes for all cells' : 'a cell has pages of two sizes';
    report(hugePagesInvalid(page.at, problem, 'give each a nodeset of its own'));
  }
  for (const cell of cells) taken.add(cell);
}
