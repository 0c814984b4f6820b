import type { Domain } from '../../model/domain';

/** vCPUs that no cell has are those of cell 0 (libvirt src/conf/numa_conf.c, virDomainNumaFillCPUsInNode). */
export function fillFirstCell(guest: Domain): Domain {
  const { numa, vcpu } = guest;
  if (numa.cells.length === 0) return guest;
  const taken = new Set(numa.cells.flatMap(({ cpus }) => cpus));
  if (taken.size >= vcpu.max) return guest;
  const left = Array.from({ length: vcpu.max }, (_, cpu) => cpu).filter((cpu) => !taken.has(cpu));
  const cells = numa.cells.map((cell) =>
    cell.id === 0 ? { ...cell, cpus: [...cell.cpus, ...left].sort((a, b) => a - b) } : cell,
  );
  return { ...guest, numa: { ...numa, cells } };
}
