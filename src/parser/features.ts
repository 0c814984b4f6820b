import type { Features } from '../model/features';
import { MIB } from '../model/number';
import { parseBoardFeatures } from './board-features';
import type { XmlElement } from './element';
import { parseHyperv } from './hyperv';
import { parseScaledSize } from './scaled-size';
import { saidStateOf, stateOf } from './state';

const KVM_FEATURES = ['hidden', 'hint-dedicated', 'poll-control', 'pv-ipi'] as const;

/** `<features>`. */
export function parseFeatures(root: XmlElement): Features {
  const features = root.child('features');
  if (features === undefined)
    return { at: root.at, acpi: false, pae: false, viridian: false, kvm: {}, board: {} };
  return {
    at: features.at,
    acpi: features.has('acpi'),
    apic: features.has('apic') ? { eoi: features.on('apic/@eoi') } : undefined,
    pae: features.has('pae'),
    viridian: features.has('viridian'),
    pvspinlock: stateOf(features, 'pvspinlock'),
    pmu: stateOf(features, 'pmu'),
    vmport: stateOf(features, 'vmport'),
    smm: features.has('smm')
      ? { state: stateOf(features, 'smm'), tseg: parseScaledSize(features, 'smm/tseg', MIB) }
      : undefined,
    ioapic: features.choice('ioapic/@driver', ['kvm', 'qemu']),
    vmcoreinfo: stateOf(features, 'vmcoreinfo'),
    ps2: saidStateOf(features, 'ps2'),
    asyncTeardown: features.has('async-teardown')
      ? (features.yes('async-teardown/@enabled') ?? true)
      : undefined,
    tcgTbCache: parseScaledSize(features, 'tcg/tb-cache', 1024),
    kvm: Object.fromEntries(KVM_FEATURES.map((name) => [name, saidStateOf(features, `kvm/${name}`)])),
    kvmDirtyRing: saidStateOf(features, 'kvm/dirty-ring'),
    kvmDirtyRingSize: features.integer('kvm/dirty-ring/@size'),
    hyperv: parseHyperv(features.child('hyperv')),
    board: parseBoardFeatures(features),
  };
}
