import { diskOptionConflict, diskOptionInvalid } from '../../diagnostics/catalog';
import type { Iotune } from '../../model/disk';
import type { Rule } from './rule';

const excluded: Rule = ({ at, iotune: limits, driver }) => {
  if (limits === undefined) return undefined;
  if (driver.throttleFilters.length > 0)
    return diskOptionConflict(
      at.of('throttlefilters'),
      '<throttlefilters> cannot be combined with <iotune>',
      'remove one of the two',
    );
  const twice = TOTALS.find((of) => limits[`total${of}`] && (limits[`read${of}`] || limits[`write${of}`]));
  return twice === undefined
    ? undefined
    : diskOptionConflict(
        at.of('iotune'),
        'a limit of reads or writes cannot be combined with one of both together',
        'remove the total, or the others',
      );
};

/** Limits that QEMU takes for all requests, or for reads and writes (QEMU util/throttle.c). */
const TOTALS = ['BytesSec', 'IopsSec', 'BytesSecMax', 'IopsSecMax'] as const;

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

export const IOTUNE_RULES: readonly Rule[] = [excluded, group];
