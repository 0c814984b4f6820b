import { FEATURE_POLICIES, type Cpu, type CpuTopology } from '../model/cpu';
import type { XmlElement } from './element';

/** `<cpu>` without its `<numa>`. */
export function parseCpu(root: XmlElement): Cpu | undefined {
  const cpu = root.child('cpu');
  if (cpu === undefined) return undefined;
  return {
    at: cpu.at,
    mode: cpu.choice('@mode', ['custom', 'host-model', 'host-passthrough', 'maximum']),
    match: cpu.choice('@match', ['minimum', 'exact', 'strict']),
    check: cpu.choice('@check', ['none', 'partial', 'full']),
    migratable: cpu.on('@migratable'),
    deprecatedFeatures: cpu.on('@deprecated_features'),
    model: cpu.text('model'),
    fallback: cpu.choice('model/@fallback', ['allow', 'forbid']),
    vendorId: parseVendorId(cpu),
    vendor: cpu.text('vendor'),
    topology: parseTopology(cpu.child('topology')),
    features: cpu.children('feature').map((feature) => ({
      at: feature.at,
      name: feature.required('@name'),
      policy: feature.choice('@policy', FEATURE_POLICIES) ?? 'require',
    })),
    cache: parseCache(cpu.child('cache')),
    maxphysaddr: parsePhysicalBits(cpu.child('maxphysaddr')),
  };
}

/** What CPUID leaf 0 tells: three registers of four characters. */
function parseVendorId(cpu: XmlElement): string | undefined {
  const id = cpu.rawText('model/@vendor_id');
  if (id !== undefined && !/^[^,]{12}$/.test(id))
    cpu.invalid('model/@vendor_id', id, '12 characters without a comma, as GenuineIntel');
  return id;
}

function parseTopology(topology: XmlElement | undefined): CpuTopology | undefined {
  if (topology === undefined) return undefined;
  const count = (path: string) => topology.integer(path, { min: 1, max: 65_535 });
  for (const name of ['@sockets', '@cores', '@threads']) topology.required(name);
  return {
    at: topology.at,
    sockets: count('@sockets') ?? 1,
    dies: count('@dies') ?? 1,
    clusters: count('@clusters') ?? 1,
    cores: count('@cores') ?? 1,
    threads: count('@threads') ?? 1,
  };
}

function parseCache(cache: XmlElement | undefined): Cpu['cache'] {
  cache?.required('@mode', "say which, as in mode='passthrough'");
  const mode = cache?.choice('@mode', ['emulate', 'passthrough', 'disable']);
  if (cache === undefined || mode === undefined) {
    cache?.skipAll();
    return undefined;
  }
  return { at: cache.at, mode, level: cache.integer('@level', { min: 1, max: 3 }) };
}

function parsePhysicalBits(address: XmlElement | undefined): Cpu['maxphysaddr'] {
  address?.required('@mode', "say which, as in mode='passthrough'");
  const mode = address?.choice('@mode', ['emulate', 'passthrough']);
  if (address === undefined || mode === undefined) {
    address?.skipAll();
    return undefined;
  }
  return {
    at: address.at,
    mode,
    bits: address.integer('@bits', { min: 1, max: 64 }),
    limit: address.integer('@limit', { min: 1, max: 64 }),
  };
}
