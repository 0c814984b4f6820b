import type { XmlElement } from './element';

const SCALE: Readonly<Record<string, number>> = {
  b: 1,
  byte: 1,
  bytes: 1,
  ...powers(1024, ['k', 'm', 'g', 't', 'p', 'e'], ['', 'ib']),
  ...powers(1000, ['k', 'm', 'g', 't', 'p', 'e'], ['b']),
};

/**
 * `<max_size unit='MiB'>1</max_size>` in bytes, in the words of libvirt's scaledInteger; `scale` where it has no unit.
 * The path may lead to an attribute, `cell/@memory`: its unit then stands beside it.
 */
export function parseScaledSize(element: XmlElement, path: string, scale: number): number | undefined {
  const count = element.integer(path);
  const unit = element.text(unitOf(path));
  if (count === undefined) return undefined;
  const factor = unit === undefined ? scale : SCALE[unit.toLowerCase()];
  if (factor !== undefined && Number.isSafeInteger(count * factor)) return count * factor;
  element.invalid(unitOf(path), unit ?? '', 'a unit such as KiB, MiB or GiB, and less than 2^53 bytes');
  return undefined;
}

/** Memory of the guest, in bytes: libvirt counts it in KiB, rounded up. */
export function parseMemorySize(element: XmlElement, path: string): number | undefined {
  const bytes = parseScaledSize(element, path, 1024);
  return bytes === undefined ? undefined : Math.ceil(bytes / 1024) * 1024;
}

function unitOf(path: string): string {
  const attribute = path.lastIndexOf('@');
  return attribute < 0 ? `${path}/@unit` : `${path.slice(0, attribute)}@unit`;
}

function powers(base: number, letters: readonly string[], endings: readonly string[]) {
  return Object.fromEntries(
    letters.flatMap((letter, i) => endings.map((ending) => [letter + ending, base ** (i + 1)])),
  );
}
