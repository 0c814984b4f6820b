import { vcpuInvalid } from '../../../diagnostics/catalog';
import type { Domain, Vcpus } from '../../../model/domain';
import type { Context } from '../../context';

type Vcpu = Vcpus['each'][number];

/** `<vcpus>`: what libvirt refuses (src/conf/domain_conf.c virDomainVcpuParse, src/qemu/qemu_domain.c). */
export function validateVcpus({ at, vcpu: { each, max } }: Domain, context: Context): void {
  if (each.length === 0) return;
  const byId: (Vcpu | undefined)[] = [];
  for (const vcpu of each)
    if (vcpu.id < max) byId[vcpu.id] = vcpu;
    else context.report(vcpuInvalid(vcpu.at.of('@id'), `there is no vCPU ${vcpu.id}`, 'raise <vcpu>'));
  const [first] = byId;
  if (first === undefined || first.enabled !== true || first.hotpluggable === true || (first.order ?? 0) > 1)
    context.report(
      vcpuInvalid(
        first?.at ?? at.of('vcpus'),
        'the guest boots on vCPU 0, which is there from the beginning and comes first',
        "write <vcpu id='0' enabled='yes' hotpluggable='no' order='1'/>",
      ),
    );
  validateOrders(each, context);
  for (const vcpu of each) validatePlugged(vcpu, byId[vcpu.id - 1], context);
}

function validateOrders(each: readonly Vcpu[], { report }: Context): void {
  const enabled = each.filter((vcpu) => vcpu.enabled === true);
  const without = enabled.find(({ order = 0 }) => order === 0);
  if (without !== undefined && enabled.some(({ order = 0 }) => order > 0))
    report(vcpuInvalid(without.at, 'either all vCPUs that are on have an order, or none', 'add order='));
}

/** Those that are plugged in later come after those that are there from the beginning. */
function validatePlugged(vcpu: Vcpu, before: Vcpu | undefined, { report }: Context): void {
  const { at, id, enabled, hotpluggable, order = 0 } = vcpu;
  if (enabled !== true) {
    if (hotpluggable === false)
      report(vcpuInvalid(at, `vCPU ${id} is off and can never be on`, "set hotpluggable='yes'"));
    return;
  }
  if (id === 0 || hotpluggable === true) return;
  if (before?.enabled !== true || before.hotpluggable === true)
    report(vcpuInvalid(at, `vCPU ${id} comes after one that is plugged in later`, "set hotpluggable='yes'"));
  else if (order < (before.order ?? 0))
    report(vcpuInvalid(at.of('@order'), 'the order goes against the numbers', 'let it rise with id'));
}
