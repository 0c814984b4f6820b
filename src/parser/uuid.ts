import type { XmlElement } from './element';

/** 32 hexadecimal digits; dashes and spaces between them do not count (libvirt virUUIDParse). */
export function parseUuid(element: XmlElement, path: string): string | undefined {
  const text = element.text(path);
  if (text === undefined) return undefined;
  const digits = text.replace(/[-\s]/g, '').toLowerCase();
  const groups = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(digits);
  if (groups) return groups.slice(1).join('-');
  element.invalid(path, text, '32 hexadecimal digits, as uuidgen prints them');
  return undefined;
}
