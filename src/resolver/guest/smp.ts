import type { Domain, Vcpus } from '../../model/domain';
import type { PlannedSmp } from '../../model/plan/machine';
import type { Context } from '../context';

/** libvirt plugs those in that can be plugged out again, once QEMU runs; here nobody would. */
export function startingCpus({ each, current, max }: Vcpus, { libvirtDefaults }: Context['profile']): number {
  if (each.length === 0) return current ?? max;
  return each.filter(
    ({ enabled, hotpluggable }) => enabled === true && !(libvirtDefaults && hotpluggable === true),
  ).length;
}

/** Without a topology every processor is a socket of its own. */
export function planSmp({ vcpu, cpu }: Domain, { profile, qemu }: Context): PlannedSmp {
  const cpus = startingCpus(vcpu, profile);
  const maxcpus = cpus === vcpu.max ? undefined : vcpu.max;
  const topology = cpu?.topology;
  if (topology === undefined) return { cpus, maxcpus, sockets: vcpu.max, cores: 1, threads: 1 };
  const { sockets, dies, clusters, cores, threads } = topology;
  return {
    cpus,
    maxcpus,
    sockets,
    dies: qemu.has('smp-dies') ? dies : undefined,
    clusters: qemu.has('smp-clusters') ? clusters : undefined,
    cores,
    threads,
  };
}
