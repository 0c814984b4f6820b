import type { ReportedCpu } from '../../host/contract/machine';
import type { Domain } from '../../model/domain';
import type { PlannedCpu } from '../../model/plan/machine';
import { formatRelease } from '../../qemu/releases';
import type { Context } from '../context';
import { merged, noLonger, turn, withMissing } from './cpu-features';
import { nearestToModel } from './nearest-model';

/**
 * The nearest model for one that this QEMU does not have, unless the XML forbids it (`<model fallback='forbid'>`); `usable`
 * are the models that QEMU reports. Undefined: QEMU has it, or nothing is known that comes near.
 */
export function inPlaceOf(
  name: string,
  own: PlannedCpu['features'],
  usable: ReportedCpu['models'],
  { cpu }: Domain,
  context: Context,
): PlannedCpu | undefined {
  const { qemu, profile, decide } = context;
  if (qemu.hasCpuModel(name) !== false || cpu?.fallback === 'forbid') return undefined;
  const nearest = nearestToModel(
    name,
    own,
    ({ models }) =>
      usable ??
      Object.fromEntries(
        models.filter((model) => qemu.hasCpuModel(model.name) !== false).map((model) => [model.name, []]),
      ),
  );
  if (nearest === undefined) return undefined;
  decide({
    subject: 'cpu',
    value: nearest.model,
    reason: `QEMU ${formatRelease(qemu.version)} has no CPU model ${name}: this one comes nearest, with the features in which they differ and that this QEMU has`,
    at: cpu?.at.of('model'),
  });
  const differing = [
    ...nearest.require.flatMap(turn(true, qemu)),
    ...nearest.disable.flatMap(turn(false, qemu)),
  ].filter((feature) => profile.libvirtDefaults || qemu.hasCpuFeature(feature.name) !== false);
  const host = withMissing(differing, noLonger(nearest.model, context));
  return { model: nearest.model, features: merged(host, own) };
}
