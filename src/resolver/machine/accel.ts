import type { Domain } from '../../model/domain';
import type { PlannedAccel } from '../../model/plan/machine';
import type { Context } from '../context';

/** What runs the guest: `--accel`, or what the domain's type stands for (QEMU accel/). */
export function acceleratorOf(
  { type }: Pick<Domain, 'type'>,
  { options }: Pick<Context, 'options'>,
): PlannedAccel['name'] {
  return options.accel ?? (type === 'kvm' || type === 'hvf' ? type : 'tcg');
}

export function usesKvm(guest: Pick<Domain, 'type'>, context: Pick<Context, 'options'>): boolean {
  return acceleratorOf(guest, context) === 'kvm';
}

export function isEmulated(guest: Pick<Domain, 'type'>, context: Pick<Context, 'options'>): boolean {
  return acceleratorOf(guest, context) === 'tcg';
}
