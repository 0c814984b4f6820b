import { memoryLockTooLow } from '../diagnostics/catalog';
import type { MemoryLockFacts } from '../host/facts';
import { deviceThatLocks } from '../model/plan/locked-memory';
import type { Check, CheckInput } from './check';
import { memoryDemands } from './memory-demand';
import { sizeText } from './size-text';

/** What libvirt adds to the memory for a first device's own (src/qemu/qemu_domain.c, qemuDomainGetMemLockLimitBytes). */
const BESIDE = 1024 ** 3;

/** Whether who starts the guest may lock as much memory as it must. */
export const memoryLock: Check = (input) => {
  const { guest, plan, context, skip } = input;
  const device = deviceThatLocks(plan);
  const locked = plan.memory.memLock?.locked === true;
  if (device === undefined && !locked) return;
  const { memoryLock: facts } = context.host;
  if (facts === undefined) return skip('whether it may lock its memory');
  if (facts.exempt || facts.limit === undefined) return;
  const memory = memoryDemands(input).reduce((sum, { size }) => sum + size, 0) * 1024;
  const needed = memory + BESIDE;
  if (facts.limit >= needed) return;
  const at = locked ? (guest.memory.backing?.at.of('locked') ?? guest.memory.at) : device?.device.at;
  context.report(
    memoryLockTooLow(
      at ?? guest.memory.at,
      { needed, limit: sizeText(facts.limit / 1024) },
      { way: wayUp(facts, needed), certain: isCertain(memory, facts.limit, input) },
    ),
  );
};

/** Behind an IOMMU of its own a guest chooses what its devices reach, and a mediated device what it reads. */
function isCertain(memory: number, limit: number, { plan }: CheckInput): boolean {
  if (memory <= limit) return false;
  if (plan.memory.memLock?.locked === true) return true;
  const device = deviceThatLocks(plan);
  const whole = device?.kind === 'hostdev' ? device.passed.type === 'vfio' : device?.kind === 'interface';
  return whole && !plan.devices.some(({ kind }) => kind === 'iommu');
}

/** A shell raises its own limit up to the hard one; beyond, root does. `ulimit -l` counts KiB. */
function wayUp({ hard }: MemoryLockFacts, needed: number): string {
  const command = `ulimit -l ${Math.ceil(needed / 1024)}`;
  return hard === undefined || hard >= needed
    ? command
    : `${command} as root, or a line 'USER - memlock unlimited' in /etc/security/limits.conf and a new login`;
}
