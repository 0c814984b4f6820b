import { featureInvalid } from '../../../diagnostics/catalog';
import { hardwareOf } from '../../../qemu/machines';
import type { Domain } from '../../../model/domain';
import type { Hyperv, HypervEnlightenment } from '../../../model/features';
import type { Context } from '../../context';
import { machineOf } from '../../machine/type';
import { asksHost } from '../hyperv';

type Needed = HypervEnlightenment | 'hypervclock';

/** What rests on others (QEMU docs/system/i386/hyperv.rst, target/i386/kvm/kvm.c kvm_hyperv_properties). */
const NEEDS = {
  synic: ['vpindex'],
  stimer: ['synic', 'hypervclock'],
  tlbflush: ['vpindex'],
  ipi: ['vpindex'],
  evmcs: ['vapic'],
} as const satisfies { readonly [K in HypervEnlightenment]?: readonly Needed[] };

/** KVM ends QEMU where one is on without another that it rests on; a host that is asked tells of all of them. */
export function validateEnlightenments(guest: Domain, hyperv: Hyperv, context: Context): void {
  if (hyperv.mode === 'passthrough' || asksHost(guest, context)) return;
  const { enlightenments, tlbflushDirect } = hyperv;
  const isOn = (name: Needed) =>
    name === 'hypervclock'
      ? guest.clock.timers.some((timer) => timer.name === name && timer.present === true)
      : enlightenments[name] === true;
  const check = (path: string, needed: Needed) => {
    if (isOn(needed) || (path === 'synic' && hasOldSynic(guest, context))) return;
    const problem = `<${path.replace('/', '> <')}> rests on '${needed}', which is not on`;
    context.report(featureInvalid(guest.features.at.of(`hyperv/${path}`), problem, helpFor(needed)));
  };
  for (const [name, all] of Object.entries(NEEDS))
    if (isOn(name as keyof typeof NEEDS)) for (const needed of all) check(name, needed);
  if (isOn('tlbflush') && tlbflushDirect === true) check('tlbflush/direct', 'vapic');
}

/** Machines up to 3.0 have one of KVM's own, which rests on nothing (QEMU hw/i386/pc.c, x-hv-synic-kvm-only). */
function hasOldSynic(guest: Domain, context: Context): boolean {
  const [major, minor] = hardwareOf(machineOf(guest, context)) ?? [4, 0];
  return major < 3 || (major === 3 && minor < 1);
}

function helpFor(needed: Needed): string {
  return needed === 'hypervclock'
    ? "add <timer name='hypervclock' present='yes'/> to <clock>"
    : `add <${needed} state='on'/> to <hyperv>`;
}
