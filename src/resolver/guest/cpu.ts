import { cpuDefaultUnknown } from '../../diagnostics/catalog';
import type { Cpu } from '../../model/cpu';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { PlannedCpu } from '../../model/plan/machine';
import type { Context } from '../context';
import { isX86 } from '../../qemu/architectures';
import { cpuModel } from './cpu-model';
import { asksHost, hypervFeatures, lacksVpindex } from './hyperv';
import { isEmulated } from '../machine/accel';
import { x2apicFeature } from './x2apic';

type Feature = PlannedCpu['features'][number];

/** `-cpu`: the model, its features, then what clock, features and cache ask of it, in libvirt's order. */
export function planCpu(guest: Domain, context: Context): PlannedCpu | undefined {
  const chosen = cpuModel(guest, context);
  const asked = [
    ...clockFeatures(guest, context),
    ...paravirtFeatures(guest),
    ...hypervOf(guest, context),
    ...crashFeatures(guest),
    ...kvmFeatures(guest, context),
    ...cacheFeatures(guest.cpu),
    ...addressFeatures(guest.cpu),
    ...enforced(guest, context),
  ];
  if (chosen === undefined) {
    if (asked.length > 0) context.report(cpuDefaultUnknown(guest.cpu?.at ?? guest.at, asked[0]?.name ?? ''));
    return undefined;
  }
  const all = [...chosen.features, ...x2apicFeature(chosen, guest, context), ...asked];
  const implied = guest.cpu?.model === undefined && guest.cpu?.mode === undefined;
  if (implied && all.length === 0 && !context.profile.libvirtDefaults) return undefined;
  return { model: chosen.model, features: all };
}

function when<T extends Feature['value']>(name: string, value: T | undefined): Feature[] {
  return value === undefined ? [] : [{ name, value }];
}

function hypervOf(guest: Domain, context: Context): Feature[] {
  const named = hypervFeatures(guest.features.hyperv);
  const all = asksHost(guest, context) ? [{ name: 'hv-passthrough', value: true }, ...named] : named;
  return lacksVpindex(guest, context) ? all.filter(({ name }) => name !== 'hv-vpindex') : all;
}

/** In the order of the XML. */
function clockFeatures(guest: Domain, context: Context): Feature[] {
  return guest.clock.timers.flatMap(({ name, present, frequency, tickpolicy }) => {
    switch (name) {
      case 'kvmclock':
        return when('kvmclock', present);
      case 'hypervclock':
        return when('hv-time', present === true ? true : undefined);
      case 'tsc':
        return when('tsc-frequency', frequency);
      case 'armvtimer':
        return isEmulated(guest, context) ? [] : virtualTime(tickpolicy);
      default:
        return [];
    }
  });
}

/** ARM: whether the guest's time stands still while it is paused. */
function virtualTime(tickpolicy: string | undefined): Feature[] {
  if (tickpolicy !== 'delay' && tickpolicy !== 'discard') return [];
  return [{ name: 'kvm-no-adjvtime', value: tickpolicy === 'discard' }];
}

function paravirtFeatures({ features }: Domain): Feature[] {
  return [...when('kvm-pv-eoi', features.apic?.eoi), ...when('kvm-pv-unhalt', features.pvspinlock)];
}

/** A panic device that is no device: a Windows guest tells through Hyper-V's registers. */
function crashFeatures(guest: Domain): Feature[] {
  return devicesOf(guest, 'panic').some(({ model }) => model === 'hyperv')
    ? [{ name: 'hv-crash', value: null }]
    : [];
}

/** What is named `hidden` hides KVM: the property is its opposite. */
function kvmFeatures({ features: { kvm, pmu } }: Domain, { qemu }: Context): Feature[] {
  return [
    ...when('kvm', kvm['hidden'] === true ? false : undefined),
    ...when('kvm-hint-dedicated', kvm['hint-dedicated'] === true ? true : undefined),
    ...when('kvm-poll-control', kvm['poll-control'] === true ? true : undefined),
    ...when('kvm-pv-ipi', kvm['pv-ipi'] === false ? false : undefined),
    // POWER processors always have it, and no property of that name
    ...when('pmu', qemu.arch === 'ppc64' ? undefined : pmu),
  ];
}

/** host-cache-info is a property of the host's own model alone. */
function cacheFeatures(cpu: Cpu | undefined): Feature[] {
  const { mode } = cpu?.cache ?? {};
  if (mode === undefined) return [];
  const host = cpu?.mode === 'host-passthrough' || cpu?.mode === 'maximum';
  const off = host ? [{ name: 'host-cache-info', value: false }] : [];
  if (mode === 'emulate') return [{ name: 'l3-cache', value: true }, ...off];
  if (mode === 'disable') return [...off, { name: 'l3-cache', value: false }];
  return [
    { name: 'host-cache-info', value: true },
    { name: 'l3-cache', value: false },
  ];
}

/**
 * libvirt ends a guest whose processor is not all that was asked for; QEMU does so by itself where it is told to. Not under
 * emulation, which lacks something of all models but old ones (tried with 7.2): QEMU warns of it, and the guest can be tried.
 */
function enforced(guest: Domain, context: Context): Feature[] {
  const { profile, qemu } = context;
  if (guest.cpu?.check !== 'full' || profile.libvirtDefaults) return [];
  if (!isX86(qemu.arch) || isEmulated(guest, context)) return [];
  return [{ name: 'enforce', value: null }];
}

function addressFeatures(cpu: Cpu | undefined): Feature[] {
  const size = cpu?.maxphysaddr;
  if (size === undefined) return [];
  if (size.mode === 'emulate')
    return size.bits === undefined
      ? [{ name: 'host-phys-bits', value: false }]
      : [{ name: 'phys-bits', value: size.bits }];
  return [{ name: 'host-phys-bits', value: true }, ...when('host-phys-bits-limit', size.limit)];
}
