import { diskOptionConflict, diskOptionInvalid, diskOptionMisplaced } from '../../diagnostics/catalog';
import type { Iotune } from '../../model/disk';
import { beyondLimits, mixedLimits, refusedLimits } from '../throttle-limits';
import { firstDisks } from './first-disks';
import { saysAny, type Rule } from './rule';

const excluded: Rule = ({ at, iotune: limits, driver }) => {
  if (!limits || !saysAny(limits)) return undefined;
  if (driver.throttleFilters.length > 0)
    return diskOptionConflict(
      at.of('throttlefilters'),
      '<throttlefilters> cannot be combined with <iotune>',
      'remove one of the two',
    );
  return mixedLimits(limits, at.of('iotune'));
};

/** A group is joined by what limits its disks, and they have the same limits (libvirt src/conf/domain_conf.c, domain_validate.c). */
const group: Rule = ({ at, iotune }, guest) => {
  if (iotune?.groupName === undefined) return undefined;
  const first = limitedInGroup(guest, iotune.groupName);
  if (first?.iotune === undefined)
    return diskOptionInvalid(
      at.of('iotune/group_name'),
      'a group of limits is named, and no limit',
      'add a limit, such as <total_iops_sec>, or remove <group_name>',
    );
  return saysAny(iotune) && !sameLimits(first.iotune, iotune)
    ? diskOptionConflict(
        at.of('iotune'),
        `the disk '${first.target.dev}' gives other limits to the group '${iotune.groupName}'`,
        'write the same limits in both, or none in this one',
      )
    : undefined;
};

function sameLimits(one: Iotune, other: Iotune): boolean {
  return Object.keys(one).every((key) => {
    const field = key as keyof Iotune;
    return (one[field] || 0) === (other[field] || 0);
  });
}

const limitedInGroup = firstDisks(({ iotune }) => (saysAny(iotune) ? iotune?.groupName : undefined));

/** A drive whose medium is to change has a limit of its own (libvirt src/conf/domain_validate.c). */
const filters: Rule = ({ at, device, driver: { throttleFilters } }, _guest, { profile }) => {
  if (device === 'cdrom' && throttleFilters.length > 0 && profile.checksForLibvirt)
    return diskOptionMisplaced(at.of('throttlefilters'), '<throttlefilters>', 'disks that are no CD-ROMs');
  return new Set(throttleFilters).size < throttleFilters.length
    ? diskOptionInvalid(at.of('throttlefilters'), 'a throttle group is named twice', 'name each group once')
    : undefined;
};

const beyond: Rule = ({ at, iotune }) => iotune && beyondLimits(iotune, at.of('iotune'));

const limits: Rule = ({ at, iotune }) => iotune && refusedLimits(iotune, at.of('iotune'));

export const IOTUNE_RULES: readonly Rule[] = [excluded, group, filters, beyond];

/** What no QEMU starts with. */
export const IOTUNE_LIMITS: readonly Rule[] = [limits];
