import { diskOptionConflict, diskOptionInvalid } from '../../diagnostics/catalog';
import type { Iotune } from '../../model/disk';
import { mixedLimits, refusedLimits } from '../throttle-limits';
import type { Rule } from './rule';

const excluded: Rule = ({ at, iotune: limits, driver }) => {
  if (limits === undefined) return undefined;
  if (driver.throttleFilters.length > 0)
    return diskOptionConflict(
      at.of('throttlefilters'),
      '<throttlefilters> cannot be combined with <iotune>',
      'remove one of the two',
    );
  return mixedLimits(limits, at.of('iotune'));
};

/** A group is joined by what limits its disks (libvirt src/conf/domain_conf.c virDomainDiskDefIotuneParse). */
const group: Rule = ({ at, iotune }) =>
  iotune?.groupName === undefined || limitsAnything(iotune)
    ? undefined
    : diskOptionInvalid(
        at.of('iotune/group_name'),
        'a group of limits is named, and no limit',
        'add a limit, such as <total_iops_sec>, or remove <group_name>',
      );

function limitsAnything(iotune: Iotune): boolean {
  return Object.values(iotune).some((value) => typeof value === 'number' && value > 0);
}

const limits: Rule = ({ at, iotune }) => iotune && refusedLimits(iotune, at.of('iotune'));

export const IOTUNE_RULES: readonly Rule[] = [excluded, group];

/** What no QEMU starts with. */
export const IOTUNE_LIMITS: readonly Rule[] = [limits];
