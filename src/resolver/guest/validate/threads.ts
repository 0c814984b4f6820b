import { cpuTopologyMismatch, iothreadInvalid, vcpuInvalid } from '../../../diagnostics/catalog';
import type { CpuTopology } from '../../../model/cpu';
import type { Domain } from '../../../model/domain';
import type { Place } from '../../../model/place';
import type { Context } from '../../context';
import { isEmulated } from '../../machine/accel';
import { machineFamily } from '../../machine/family';

/** QEMU hw/ppc/spapr_cpu_core.c. */
const WHOLE_CORES = 'this machine has its vCPUs plugged in by the core';

export function validateThreads(guest: Domain, context: Context): void {
  const { report } = context;
  const { vcpu, cpu, iothreads } = guest;
  if (vcpu.current !== undefined && vcpu.current > vcpu.max)
    report(vcpuInvalid(vcpu.at.of('@current'), 'more vCPUs are on than there are', 'raise <vcpu>'));
  if (cpu?.topology !== undefined) {
    const { sockets, dies, clusters, cores, threads, at } = cpu.topology;
    const product = sockets * dies * clusters * cores * threads;
    if (product !== vcpu.max) report(cpuTopologyMismatch(at, product, vcpu.max));
    if (
      vcpu.current !== undefined &&
      machineFamily(guest, context) === 'pseries' &&
      vcpu.current % threads > 0
    )
      report(
        vcpuInvalid(
          vcpu.at.of('@current'),
          WHOLE_CORES,
          `use a multiple of ${threads}, the threads of a core`,
        ),
      );
  }
  if (guest.cpu?.topology !== undefined) validateEmulated(guest.cpu.topology, guest, context);
  twice(iothreads, ({ at, id }) =>
    report(iothreadInvalid(at.of('@id'), `there are two I/O threads ${id}`, 'number each once')),
  );
  for (const { at, threadPoolMin, threadPoolMax } of iothreads)
    validatePool(at, threadPoolMin, threadPoolMax, context);
  if (guest.defaultIothread !== undefined) {
    const { threadPoolMin, threadPoolMax } = guest.defaultIothread;
    validatePool(guest.at.of('defaultiothread'), threadPoolMin, threadPoolMax, context);
  }
  validatePins(guest, context);
  validateSchedules(guest, report);
}

function validateSchedules({ cputune, iothreads, vcpu }: Domain, report: Context['report']): void {
  for (const { at, iothreads: ids } of cputune.iothreadsched) {
    const missing = ids.find((id) => !iothreads.some((thread) => thread.id === id));
    if (missing !== undefined)
      report(iothreadInvalid(at, `there is no I/O thread ${missing}`, 'raise <iothreads>'));
  }
  const served = cputune.iothreadsched.flatMap(({ at, iothreads: ids }) => ids.map((id) => ({ at, id })));
  twice(served, ({ at, id }) =>
    report(iothreadInvalid(at, `I/O thread ${id} is scheduled twice`, 'name it in one <iothreadsched>')),
  );
  for (const { at, vcpus } of cputune.vcpusched) {
    const missing = vcpus.find((id) => id >= vcpu.max);
    if (missing !== undefined) report(vcpuInvalid(at, `there is no vCPU ${missing}`, 'raise <vcpu>'));
  }
  const scheduled = cputune.vcpusched.flatMap(({ at, vcpus }) => vcpus.map((id) => ({ at, id })));
  twice(scheduled, ({ at, id }) =>
    report(vcpuInvalid(at, `vCPU ${id} is scheduled twice`, 'name it in one <vcpusched>')),
  );
}

/** QEMU hw/ppc/spapr.c. */
function validateEmulated({ at, threads }: CpuTopology, guest: Domain, context: Context): void {
  if (threads === 1 || machineFamily(guest, context) !== 'pseries' || !context.profile.checksForQemu) return;
  if (isEmulated(guest, context))
    context.report(
      vcpuInvalid(at.of('@threads'), 'TCG runs one thread of a core', "use threads='1' and more cores"),
    );
}

/** A pin of a vCPU that is not there yet waits for it; an I/O thread that is not there will never be. */
function validatePins({ cputune, iothreads }: Domain, { report }: Context): void {
  twice(cputune.vcpupins, ({ at, id }) =>
    report(vcpuInvalid(at, `vCPU ${id} is pinned twice`, 'remove one of the two')),
  );
  twice(cputune.iothreadpins, ({ at, id }) =>
    report(iothreadInvalid(at, `I/O thread ${id} is pinned twice`, 'remove one of the two')),
  );
  for (const { at, id } of cputune.iothreadpins)
    if (!iothreads.some((thread) => thread.id === id))
      report(iothreadInvalid(at, `there is no I/O thread ${id}`, 'raise <iothreads>'));
  for (const { at, name, value } of cputune.limits) {
    const [least, most] = name.endsWith('period') ? [1000, 1_000_000] : [1000, 17_592_186_044_415];
    const unlimited = name.endsWith('quota') && value <= 0;
    if (!unlimited && value !== 0 && (value < least || value > most))
      report(
        vcpuInvalid(
          at,
          `the scheduler takes from ${least} to ${most} microseconds`,
          'write a number in between',
        ),
      );
  }
}

/** QEMU include/block/aio.h THREAD_POOL_MAX_THREADS_DEFAULT. */
const QEMU_POOL = 64;

/** QEMU util/event-loop-base.c; nobody works in an empty pool. */
function validatePool(at: Place, min = 0, max: number | undefined, { profile, report }: Context): void {
  // libvirt compares with a most of its own, where QEMU has one
  const most = max ?? (profile.libvirtDefaults ? 0 : QEMU_POOL);
  if (max === 0 || min > most)
    report(iothreadInvalid(at, 'its pool holds no thread, or fewer than its least', 'raise thread_pool_max'));
}

function twice<T extends { readonly at: Place; readonly id: number }>(
  all: readonly T[],
  say: (one: T) => void,
) {
  const seen = new Set<number>();
  for (const one of all) {
    if (seen.has(one.id)) return say(one);
    seen.add(one.id);
  }
}
