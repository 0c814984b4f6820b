import type { HostFacts, Lookup, StoragePool, Volume } from './facts';

export function poolByName(facts: HostFacts, name: string): Lookup<StoragePool> {
  const found = facts.pools?.find((pool) => pool.name === name);
  return found ?? (facts.pools === undefined ? 'unknown' : 'absent');
}

/** A volume of a pool by its name, or by the pool's wildcard. */
export function volumeByName(pool: StoragePool, name: string): Volume | undefined {
  const listed = pool.volumes.find((volume) => volume.name === name);
  return listed ?? (pool.anyVolume === undefined ? undefined : anyVolume(pool.anyVolume, name));
}

const TYPES: Readonly<Record<string, Volume['type']>> = {
  file: 'file',
  block: 'block',
  dir: 'dir',
  network: 'network',
  netdir: 'netdir',
  ploop: 'ploop',
};

function anyVolume(pattern: string, name: string): Volume | undefined {
  const [, word = 'block', rest = name] = /^([^+]*)\+(.*)$/.exec(name) ?? [];
  const type = TYPES[word];
  if (type === undefined) return undefined;
  return { name, type, path: pattern.replaceAll('{type}', () => type).replaceAll('{name}', () => rest) };
}
