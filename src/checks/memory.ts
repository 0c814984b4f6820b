import { hugepagesNotReserved, memoryBeyondHost, memoryNotFree } from '../diagnostics/catalog';
import type { HugePagePool } from '../host/facts';
import type { Place } from '../model/place';
import { isMounted } from '../resolver/guest/hugepages';
import type { Check, CheckInput } from './check';
import { memoryDemands, type MemoryDemand } from './memory-demand';
import { sizeText } from './size-text';

/** Whether the host has the memory that the guest may take, in pages of each size. */
export const memory: Check = (input) => {
  const { guest, context, skip } = input;
  const demands = memoryDemands(input);
  const plain = demands.filter(({ page }) => page === 'plain').reduce((sum, { size }) => sum + size, 0);
  if (plain > 0) {
    if (context.host.memory === undefined) skip('its memory against that of the host');
    else checkPlain(plain, guest.memory.at, input);
  }
  const huge = demands.filter(({ page }) => page !== 'plain');
  if (huge.length === 0) return;
  // The conversion has said that they are not mounted, and took others.
  if (guest.memory.backing?.hugepages?.some(({ size }) => !isMounted(size, context)) === true) return;
  const at = guest.memory.backing?.at.of('hugepages') ?? guest.memory.at;
  if (context.host.hugepagePools === undefined) skip('whether its huge pages are reserved');
  else checkHuge(huge, at, context.host.hugepagePools, input);
};

function checkPlain(size: number, at: Place, { context }: CheckInput): void {
  const { total, available } = context.host.memory ?? { total: Infinity };
  if (size > total) context.report(memoryBeyondHost(at, sizeText(size), sizeText(total)));
  else if (available !== undefined && size > available)
    context.report(memoryNotFree(at, sizeText(size), sizeText(available)));
}

/** Pages of one size on the same nodes are counted together. */
function checkHuge(
  demands: readonly MemoryDemand[],
  at: Place,
  pools: readonly HugePagePool[],
  { context }: CheckInput,
): void {
  const groups = new Map<string, MemoryDemand[]>();
  for (const demand of demands) {
    const key = `${demand.page} ${demand.nodes?.join() ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), demand]);
  }
  for (const [{ page, nodes }, ...more] of [...groups.values()].map(headAndRest)) {
    if (page === 'plain' || page === 'default') continue;
    const size = more.reduce((sum, demand) => sum + demand.size, 0);
    const needed = Math.ceil(size / page);
    const pool = pools.find((one) => one.size === page) ?? { size: page, total: 0, free: 0 };
    const { free, total, path, place } = available(pool, nodes);
    if (free < needed) {
      const command = commandFor(page, total + needed - free, path);
      context.report(hugepagesNotReserved(at, { needed, size: sizeText(page), free, place }, command));
    }
  }
}

/** The first one says which pages, all of them how many. */
function headAndRest(group: readonly MemoryDemand[]): [MemoryDemand, ...MemoryDemand[]] {
  const [first = { page: 'plain', size: 0 } as const] = group;
  return [first, ...group];
}

/** Memory that is bound to nodes has only their pages. */
function available(pool: HugePagePool, nodes: readonly number[] | undefined) {
  const whole = { free: pool.free, total: pool.total, path: undefined, place: '' };
  if (nodes === undefined || pool.nodes === undefined) return whole;
  const own = pool.nodes.filter(({ node }) => nodes.includes(node));
  const sum = (count: 'free' | 'total') => own.reduce((all, node) => all + node[count], 0);
  const [first] = nodes;
  return {
    free: sum('free'),
    total: own.find(({ node }) => node === first)?.total ?? 0,
    path: `/sys/devices/system/node/node${first ?? 0}`,
    place: ` on NUMA node ${nodes.join(', ')}`,
  };
}

/** `sysctl` for what x86 has by default, else the file of the size: 1 GiB pages are best reserved at boot. */
function commandFor(page: number, count: number, node: string | undefined): string {
  if (page === 2048 && node === undefined) return `sysctl vm.nr_hugepages=${count}`;
  const folder = node ?? '/sys/kernel/mm';
  return `echo ${count} > ${folder}/hugepages/hugepages-${page}kB/nr_hugepages`;
}
