import { memoryNotDiscarded, numaCellInvalid, numaLinkInvalid } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import { LOCAL, type Numa, type NumaCell, type NumaInterconnect } from '../../../model/numa';
import { takesNumaCells } from '../../../qemu/machines/buses';
import { releaseOf } from '../../../qemu/version';
import type { Context } from '../../context';
import { machineOf } from '../../machine/type';
import { usesNumaMem } from '../memory';

/** What the guest is told of its cells (libvirt src/conf/numa_conf.c, virDomainNumaDefValidate). */
export function validateNuma(guest: Domain, context: Context): void {
  const { report } = context;
  const { numa } = guest;
  const { cells, interconnects } = numa;
  const [first] = cells;
  if (first === undefined && interconnects.length === 0) return;
  if (first !== undefined) validateBoard(first, guest, context);
  validateCells(guest, report);
  validateDiscard(guest, context);
  for (const cell of cells) {
    validateDistances(cell, cells.length, report);
    validateCaches(cell, report);
    if (context.profile.checksForQemu) validateReach(cell, numa, report);
  }
  interconnects.forEach((link, index) => {
    validateLink(link, numa, report);
    const same = interconnects.slice(0, index).some((other) => isSame(link, other));
    if (same) report(numaLinkInvalid(link.at, 'this is said twice', 'remove one of the two'));
  });
}

/** QEMU hw/core/numa.c; libvirt leaves it to QEMU. */
function validateBoard({ at }: NumaCell, guest: Domain, { profile, qemu, report }: Context): void {
  const machine = machineOf(guest, { qemu });
  if (!profile.checksForQemu || qemu.machine(machine) === undefined) return;
  if (!takesNumaCells(qemu.arch, machine, releaseOf(qemu.version)))
    report(numaCellInvalid(at, `the memory of machine '${machine}' is one cell`, 'remove <numa>'));
}

/** Files alone have it (QEMU backends/hostmem-file.c), but for huge pages that are named to all memory (see usesNumaMem). */
function validateDiscard(guest: Domain, context: Context): void {
  const { backing } = guest.memory;
  if (backing?.source === 'memfd')
    tellDiscards(guest, context, [
      'memory of memfd',
      "use <source type='file'/>, or remove it: the host has it back when QEMU ends",
    ]);
  else if (backing?.hugepages !== undefined && usesNumaMem(guest, context))
    tellDiscards(guest, context, [
      `what cells of machine '${machineOf(guest, context)}' have in huge pages`,
      'name the pages to cells: <page nodeset=>; or use a later machine type',
    ]);
}

function tellDiscards(guest: Domain, context: Context, words: readonly [whose: string, help: string]): void {
  const { backing } = guest.memory;
  const lost = guest.numa.cells.filter(({ discard }) => discard === true).map(({ at }) => at.of('@discard'));
  if (backing?.discard === true) lost.push(backing.at.of('discard'));
  for (const at of lost) context.report(memoryNotDiscarded(at, ...words));
}

type Report = Context['report'];

function validateCells({ numa: { cells }, vcpu }: Domain, report: Report): void {
  const owners = new Map<number, number>();
  const ids = new Set<number>();
  for (const cell of cells) {
    if (ids.has(cell.id))
      report(numaCellInvalid(cell.at.of('@id'), `there are two cells ${cell.id}`, 'number them from 0'));
    else if (cell.id >= cells.length)
      report(
        numaCellInvalid(cell.at.of('@id'), `there is a gap before cell ${cell.id}`, 'number them from 0'),
      );
    ids.add(cell.id);
    const taken = cell.cpus.find((cpu) => owners.has(cpu));
    if (taken !== undefined)
      report(numaCellInvalid(cell.at.of('@cpus'), `vCPU ${taken} is in two cells`, 'give it to one'));
    const beyond = cell.cpus.find((cpu) => cpu >= vcpu.max);
    if (beyond !== undefined)
      report(numaCellInvalid(cell.at.of('@cpus'), `there is no vCPU ${beyond}`, 'raise <vcpu>'));
    for (const cpu of cell.cpus) owners.set(cpu, cell.id);
  }
}

function validateDistances({ id: own, distances }: NumaCell, count: number, report: Report): void {
  const seen = new Set<number>();
  for (const { at, id, value } of distances) {
    if ((id === own) !== (value === LOCAL))
      report(
        numaCellInvalid(
          at.of('@value'),
          'a cell is at 10 from itself, and farther from others',
          'correct it',
        ),
      );
    if (id >= count) report(numaCellInvalid(at.of('@id'), `the guest has no NUMA cell ${id}`, 'add it'));
    if (seen.has(id))
      report(numaCellInvalid(at, `the distance to cell ${id} is given twice`, 'give it once'));
    seen.add(id);
  }
}

function validateCaches({ caches }: NumaCell, report: Report): void {
  const seen = new Set<number>();
  for (const { at, level } of caches) {
    if (seen.has(level))
      report(numaCellInvalid(at.of('@level'), `there are two caches of level ${level}`, 'describe it once'));
    seen.add(level);
  }
}

/** QEMU tells of a cache only where it tells how memory is reached (hw/core/numa.c parse_numa_hmat_cache). */
function validateReach({ id, caches }: NumaCell, { interconnects }: Numa, report: Report): void {
  const [first] = caches;
  if (first === undefined) return;
  for (const kind of ['latency', 'bandwidth'] as const)
    if (!interconnects.some((link) => link.kind === kind && link.target === id))
      report(
        numaCellInvalid(
          first.at,
          `its cache is told of with the ${kind} of its memory alone`,
          `add a <${kind} target='${id}'> to <interconnects>`,
        ),
      );
}

function validateLink(
  { at, initiator, target, cache }: NumaInterconnect,
  { cells }: Numa,
  report: Report,
): void {
  const from = cells.find(({ id }) => id === initiator);
  const to = cells.find(({ id }) => id === target);
  if (from === undefined)
    report(numaLinkInvalid(at.of('@initiator'), `the guest has no NUMA cell ${initiator}`, 'add it'));
  else if (from.cpus.length === 0)
    report(
      numaLinkInvalid(at.of('@initiator'), `cell ${initiator} has no processors`, 'start at one that has'),
    );
  if (to === undefined)
    report(numaLinkInvalid(at.of('@target'), `the guest has no NUMA cell ${target}`, 'add it'));
  else if (cache > 0 && !to.caches.some(({ level }) => level === cache))
    report(numaLinkInvalid(at.of('@cache'), `cell ${target} has no cache of level ${cache}`, 'describe it'));
}

/** What holds for any access cannot be said of reading again. */
function isSame(a: NumaInterconnect, b: NumaInterconnect): boolean {
  const alike =
    a.kind === b.kind && a.initiator === b.initiator && a.target === b.target && a.cache === b.cache;
  return alike && (a.access === b.access || a.access === 'access' || b.access === 'access');
}
