import type { XmlElement } from './element';

const SCALE: Readonly<Record<string, number>> = {
  b: 1,
  byte: 1,
  bytes: 1,
  ...powers(1024, ['k', 'm', 'g', 't', 'p', 'e'], ['', 'ib']),
  ...powers(1000, ['k', 'm', 'g', 't', 'p', 'e'], ['b']),
};

/** `<max_size unit='MiB'>1</max_size>` in bytes, in the words of libvirt's scaledInteger; `scale` where it has no unit. */
export function parseScaledSize(element: XmlElement, path: string, scale: number): number | undefined {
  const count = element.integer(path);
  const unit = element.text(`${path}/@unit`);
  if (count === undefined) return undefined;
  const factor = unit === undefined ? scale : SCALE[unit.toLowerCase()];
  if (factor !== undefined && Number.isSafeInteger(count * factor)) return count * factor;
  element.invalid(`${path}/@unit`, unit ?? '', 'a unit such as KiB, MiB or GiB, and less than 2^53 bytes');
  return undefined;
}

function powers(base: number, letters: readonly string[], endings: readonly string[]) {
  return Object.fromEntries(
    letters.flatMap((letter, i) => endings.map((ending) => [letter + ending, base ** (i + 1)])),
  );
}
