import type { Domain } from '../../model/domain';
import { MIB } from '../../model/number';
import type { PlannedAccel } from '../../model/plan/machine';
import type { Context } from '../context';
import { acceleratorOf } from '../machine/accel';

export function planAccel(guest: Domain, context: Context): PlannedAccel {
  const { features } = guest;
  const name = acceleratorOf(guest, context);
  return {
    name,
    form: accelForm(name, context.qemu),
    dirtyRingSize: name === 'kvm' && features.kvmDirtyRing === true ? features.kvmDirtyRingSize : undefined,
    tbSize: name === 'tcg' && features.tcgTbCache !== undefined ? features.tcgTbCache / MIB : undefined,
  };
}

function accelForm(name: PlannedAccel['name'], qemu: Context['qemu']): PlannedAccel['form'] {
  if (qemu.has('accel-option')) return 'option';
  if (qemu.has('machine-accel')) return 'machine';
  return name === 'kvm' ? 'enable-kvm' : 'none';
}
