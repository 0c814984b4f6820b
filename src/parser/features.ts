import { unsupported } from '../diagnostics/catalog';
import type { Features, Tristate } from '../model/features';
import type { XmlElement } from './element';
import { parseHyperv } from './hyperv';
import { parseScaledSize } from './scaled-size';

/** Features of other architectures and hypervisors. */
const ELSEWHERE = [
  'xen',
  'capabilities',
  'gic',
  'hpt',
  'htm',
  'nested-hv',
  'ccf-assist',
  'cfpc',
  'sbbc',
  'ibs',
  'ras',
  'aia',
];

const MIB = 1024 ** 2;

const KVM_FEATURES = ['hidden', 'hint-dedicated', 'poll-control', 'pv-ipi'] as const;

/** `<features>`. */
export function parseFeatures(root: XmlElement): Features {
  const features = root.child('features');
  if (features === undefined)
    return { at: root.at, acpi: false, pae: false, viridian: false, privnet: false, kvm: {} };
  reportElsewhere(features);
  return {
    at: features.at,
    acpi: features.has('acpi'),
    apic: features.has('apic') ? { eoi: features.on('apic/@eoi') } : undefined,
    pae: features.has('pae'),
    hap: stateOf(features, 'hap'),
    viridian: features.has('viridian'),
    privnet: features.has('privnet'),
    pvspinlock: stateOf(features, 'pvspinlock'),
    pmu: stateOf(features, 'pmu'),
    vmport: stateOf(features, 'vmport'),
    smm: features.has('smm')
      ? { state: stateOf(features, 'smm'), tseg: parseScaledSize(features, 'smm/tseg', MIB) }
      : undefined,
    ioapic: features.choice('ioapic/@driver', ['kvm', 'qemu']),
    vmcoreinfo: stateOf(features, 'vmcoreinfo'),
    ps2: stateOf(features, 'ps2'),
    asyncTeardown: features.has('async-teardown')
      ? (features.yes('async-teardown/@enabled') ?? true)
      : undefined,
    msrsUnknown: features.choice('msrs/@unknown', ['ignore', 'fault']),
    tcgTbCache: parseScaledSize(features, 'tcg/tb-cache', MIB),
    kvm: Object.fromEntries(KVM_FEATURES.map((name) => [name, stateOf(features, `kvm/${name}`)])),
    kvmDirtyRing: stateOf(features, 'kvm/dirty-ring'),
    kvmDirtyRingSize: features.integer('kvm/dirty-ring/@size'),
    hyperv: parseHyperv(features.child('hyperv')),
  };
}

/** A bare element is on; an absent one says nothing. */
export function stateOf(element: XmlElement, path: string): Tristate {
  return element.has(path) ? (element.on(`${path}/@state`) ?? true) : undefined;
}

function reportElsewhere(features: XmlElement): void {
  for (const name of ELSEWHERE) {
    if (features.skip(name)) features.report(unsupported(features.at.of(name), `<${name}>`));
  }
}
