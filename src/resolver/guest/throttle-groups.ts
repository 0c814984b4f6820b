import { throttleGroupUnknown } from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { ThrottleGroup } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { BackendObject } from '../../model/plan/block-backend';
import { throttleGroupId } from '../block-backend/blockdev';
import type { Context } from '../context';
import { missing } from '../requires';
import { mixedLimits, refusedLimits } from '../throttle-limits';

/** Every `<throttlegroup>`, used or not; a disk that refers to none of them is reported. */
export function planThrottleGroups(guest: Domain, context: Context): readonly BackendObject[] {
  const known = new Set(guest.throttleGroups.map(({ groupName }) => groupName));
  for (const { at, driver } of devicesOf(guest, 'disk'))
    for (const group of driver.throttleFilters)
      if (!known.has(group)) context.report(throttleGroupUnknown(at.of('throttlefilters'), group));
  const [first] = guest.throttleGroups;
  const problem = first && missing(context.qemu, 'blockdev', first.at, 'throttle groups');
  if (problem) context.report(problem);
  if (!context.profile.libvirtDefaults) for (const group of guest.throttleGroups) validate(group, context);
  return guest.throttleGroups.map((group) => ({
    type: 'throttle-group',
    id: throttleGroupId(group.groupName),
    iotune: group,
    limits: context.qemu.has('object.json') ? 'structure' : 'properties',
  }));
}

/** libvirt leaves the limits of a group to QEMU. */
function validate(group: ThrottleGroup, { report }: Context): void {
  const problem = mixedLimits(group, group.at) ?? refusedLimits(group, group.at);
  if (problem) report(problem);
}
