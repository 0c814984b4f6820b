import type { XmlElement } from './element';

/** 32 hexadecimal digits; dashes and spaces between them do not count (libvirt virUUIDParse). */
export function parseUuid(element: XmlElement, path: string): string | undefined {
  const text = element.rawText(path)?.trim();
  if (text === undefined) return undefined;
  const digits = text.replace(/[-\s]/g, '').toLowerCase();
  if (digits.length === 32 && !/[^0-9a-f]/.test(digits))
    return [8, 12, 16, 20, 32].map((end, i, ends) => digits.slice(ends[i - 1] ?? 0, end)).join('-');
  element.invalid(path, text, '32 hexadecimal digits, as uuidgen prints them');
  return undefined;
}
