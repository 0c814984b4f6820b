import { diskOptionInvalid, throttleGroupUnknown } from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { ThrottleGroup } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { BackendObject } from '../../model/plan/block-backend';
import { throttleGroupId } from '../block-backend/blockdev';
import type { Context } from '../context';
import { saysAny } from '../disk/rule';
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
  for (const group of guest.throttleGroups) validate(group, guest, context);
  return emitted(guest, context).map((group) => ({
    type: 'throttle-group',
    id: throttleGroupId(group.groupName),
    iotune: group,
    limits: context.qemu.has('object.json') ? 'structure' : 'properties',
  }));
}

/** libvirt makes no object of a group that limits nothing (src/qemu/qemu_command.c). */
function emitted({ throttleGroups }: Domain, { profile }: Context): readonly ThrottleGroup[] {
  return profile.libvirtDefaults ? throttleGroups.filter(saysAny) : throttleGroups;
}

/** libvirt leaves the numbers of a group to QEMU. */
function validate(group: ThrottleGroup, guest: Domain, { profile, report }: Context): void {
  const { at, groupName } = group;
  if (guest.throttleGroups.find((other) => other.groupName === groupName) !== group)
    report(
      diskOptionInvalid(
        at.of('group_name'),
        `there is more than one throttle group '${groupName}'`,
        'give each a name of its own',
      ),
    );
  const problem = mixedLimits(group, at) ?? (profile.checksForQemu ? refusedLimits(group, at) : undefined);
  if (problem) report(problem);
}
