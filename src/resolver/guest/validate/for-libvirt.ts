import { featureInvalid, machineNoPci, valueMissing } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Idmap } from '../../../model/idmap';
import type { Context } from '../../context';
import { machineFamily } from '../../machine/family';

/** What libvirt refuses though QEMU runs it (src/conf/domain_conf.c, src/qemu/qemu_domain_address.c). */
export function validateForLibvirt(guest: Domain, context: Context): void {
  const { at, cputune, os, hasType, idmap, title } = guest;
  const { report } = context;
  if (machineFamily(guest, context) === 'microvm')
    report(machineNoPci(os.at.of('type/@machine'), os.machine ?? ''));
  if (!hasType) report(valueMissing(at.of('@type'), "attribute 'type' of <domain>", "add type='kvm'"));
  if (title?.includes('\n') === true)
    report(featureInvalid(at.of('title'), 'a title is one line', 'make it a <description>'));
  if (cputune.resctrl !== undefined && guest.type !== 'kvm')
    report(
      featureInvalid(
        cputune.resctrl,
        'only guests of KVM get a share of caches',
        "use type='kvm', or remove it",
      ),
    );
  const fault = idmap && idmapFault(idmap);
  if (fault !== undefined)
    report(featureInvalid(at.of('idmap'), fault, 'map users and groups from 0 on, or remove it'));
}

/** libvirt src/conf/domain_conf.c virDomainIdmapDefParse, src/conf/domain_validate.c virDomainDefIdMapValidate. */
function idmapFault({ users, groups }: Idmap): string | undefined {
  const all = [...users, ...groups];
  if (all.some(({ start, target, count }) => [start, target, count].includes(undefined)))
    return 'each range has a start, a target and a count';
  if ((users.length === 0) !== (groups.length === 0)) return 'users and groups are mapped together';
  const first = (ranges: Idmap['users']) => Math.min(...ranges.map(({ start = 0 }) => start));
  return all.length > 0 && (first(users) !== 0 || first(groups) !== 0)
    ? "the guest's root user and group are mapped"
    : undefined;
}
