import type { XmlElement } from './element';

/** libvirt's virScaleInteger: a letter alone, or with `iB`, counts in 1024, with `B` in 1000. */
function factorOf(unit: string): number | undefined {
  const name = unit.toLowerCase();
  if (name === 'b' || name === 'byte' || name === 'bytes') return 1;
  const power = 'kmgtpe'.indexOf(name.charAt(0)) + 1;
  if (power === 0 || name === '') return undefined;
  const rest = name.slice(1);
  if (rest === '' || rest === 'ib') return 1024 ** power;
  return rest === 'b' ? 1000 ** power : undefined;
}

/**
 * `<max_size unit='MiB'>1</max_size>` in bytes, in the words of libvirt's scaledInteger; `scale` where it has no unit.
 * The path may lead to an attribute, `cell/@memory`: its unit then stands beside it.
 */
export function parseScaledSize(element: XmlElement, path: string, scale: number): number | undefined {
  const unit = element.text(unitOf(path));
  const help = helpWith(element.text(path), path, unit);
  if (help !== undefined) {
    element.invalid(path, element.text(path) ?? '', help);
    return undefined;
  }
  const count = element.integer(path);
  if (count === undefined) return undefined;
  const factor = unit === undefined ? scale : factorOf(unit);
  if (factor === undefined) element.invalid(unitOf(path), unit ?? '', 'a unit such as KiB, MiB or GiB');
  else if (Number.isSafeInteger(count * factor)) return count * factor;
  else
    element.invalid(path, `${count}${unit === undefined ? '' : ` ${unit}`}`, 'less than 2^53 bytes: 8 PiB');
  return undefined;
}

/** A number with its unit, or with a fraction. */
const WITH_MORE = /^(\d+)(\.\d+)?\s*([kmgtpe]i?b?|b|bytes?)?$/i;
/** Most are no more than a number, and a pattern without regard to case takes long to compile. */
const DIGITS = /^\d+$/;

/** What to write instead of `2G` or `2.5`; undefined for what is none of both. */
function helpWith(text: string | undefined, path: string, unit: string | undefined): string | undefined {
  if (text === undefined || DIGITS.test(text)) return undefined;
  const [, count, fraction, own] = WITH_MORE.exec(text) ?? [];
  if (count === undefined || (fraction ?? own) === undefined) return undefined;
  if (fraction !== undefined) return `a whole number of a smaller unit than ${own ?? unit ?? 'KiB'}`;
  const [element = '', attribute] = path.split('/').at(-1)?.split('@') ?? [];
  return attribute === undefined || attribute === ''
    ? `unit='${own}', as in <${element} unit='${own}'>${count}</${element}>`
    : `unit='${own}', as in ${attribute}='${count}' unit='${own}'`;
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
