import { HYPERV_ENLIGHTENMENTS, type Hyperv, type HypervEnlightenment } from '../../model/features';
import type { Domain } from '../../model/domain';
import type { PlannedCpu } from '../../model/plan/machine';
import { UINT } from '../../model/number';
import type { Context } from '../context';
import { isEmulated, usesKvm } from '../machine/accel';

type Feature = PlannedCpu['features'][number];

/** Before 8.0 QEMU asks the kernel's KVM for it, whatever runs the guest, and ends (hw/i386/x86.c x86_cpu_pre_plug). */
export function lacksVpindex(guest: Domain, context: Context): boolean {
  const { profile, qemu } = context;
  return !profile.libvirtDefaults && isEmulated(guest, context) && !qemu.has('hv-vpindex.tcg');
}

/**
 * Whether QEMU is to switch on all that the host's KVM tells: as near as a command comes to libvirt's model of the host, which
 * libvirt makes of a host that it has asked.
 */
export function asksHost(guest: Domain, context: Context): boolean {
  const ofHost = guest.features.hyperv?.mode === 'host-model';
  return ofHost && !context.profile.libvirtDefaults && usesKvm(guest, context);
}

/** Enlightenments of `<hyperv>` as -cpu properties (QEMU docs/system/i386/hyperv.rst); what is off is left out. */
export function hypervFeatures(hyperv: Hyperv | undefined): Feature[] {
  if (hyperv === undefined) return [];
  if (hyperv.mode === 'passthrough') return [{ name: 'hv-passthrough', value: true }];
  return HYPERV_ENLIGHTENMENTS.filter((name) => hyperv.enlightenments[name] === true).flatMap((name) =>
    propertiesOf(name, hyperv),
  );
}

function propertiesOf(name: HypervEnlightenment, hyperv: Hyperv): Feature[] {
  const property = `hv-${name.replaceAll('_', '-')}`;
  switch (name) {
    case 'spinlocks':
      // A guest that is not told how often never gives up (libvirt 12.9; those before ask for a number).
      return [{ name: property, value: `0x${(hyperv.spinlockRetries ?? UINT).toString(16)}` }];
    case 'vendor_id':
      return [{ name: property, value: hyperv.vendorId ?? '' }];
    case 'stimer':
      return [{ name: property, value: true }, ...on('hv-stimer-direct', hyperv.stimerDirect)];
    case 'tlbflush':
      return [
        { name: property, value: true },
        ...on('hv-tlbflush-direct', hyperv.tlbflushDirect),
        ...on('hv-tlbflush-ext', hyperv.tlbflushExtended),
      ];
    default:
      return [{ name: property, value: true }];
  }
}

function on(name: string, state: boolean | undefined): Feature[] {
  return state === true ? [{ name, value: true }] : [];
}
