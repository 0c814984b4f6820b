import type { Domain } from '../model/domain';

/** Whether other processes can map the guest's memory: all its cells, or all of it where there are none. */
export function sharesMemory({ memory, numa }: Domain): boolean {
  const whole = memory.backing?.access;
  if (numa.cells.length === 0) return whole === 'shared';
  return numa.cells.every(({ memAccess }) => (memAccess ?? whole) === 'shared');
}
