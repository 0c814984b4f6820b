import type { XmlElement } from './element';

/** Powers of the first letter of a unit: `k` is 1, `M` 2, ... (libvirt virScaleInteger). */
const PREFIXES = ['', 'k', 'm', 'g', 't', 'p', 'e'];

/** `KiB`, `K`, `kb`, `bytes`, ... -> bytes; undefined for a unit that is none. */
export function unitScale(unit: string): number | undefined {
  const text = unit.toLowerCase();
  if (text === 'b' || text === 'byte' || text === 'bytes') return 1;
  const power = PREFIXES.indexOf(text.charAt(0));
  if (power < 1) return undefined;
  const rest = text.slice(1);
  if (rest === '' || rest === 'ib') return 1024 ** power;
  return rest === 'b' ? 1000 ** power : undefined;
}

/** A size with its `unit` attribute, in bytes. `unit` is what a bare number counts. */
export function size(element: XmlElement, path: string, unit = 'KiB'): number | undefined {
  const value = element.integer(path);
  const unitPath = unitOf(path);
  const written = element.text(unitPath);
  const scale = unitScale(written ?? unit);
  if (scale === undefined) {
    element.invalid(unitPath, written ?? unit, 'bytes, KB, KiB, MB, MiB, GB, GiB, TB or TiB');
    return undefined;
  }
  return value === undefined ? undefined : value * scale;
}

/** Memory of the guest: libvirt counts it in KiB, rounded up. */
export function memorySize(element: XmlElement, path: string, unit = 'KiB'): number | undefined {
  const bytes = size(element, path, unit);
  return bytes === undefined ? undefined : Math.ceil(bytes / 1024) * 1024;
}

/** The unit stands on the element itself, beside the attribute that it scales. */
function unitOf(path: string): string {
  const owner = path.startsWith('@') || path === '.' ? '' : path.replace(/\/@[^/]*$/, '') + '/';
  return `${owner}@unit`;
}
