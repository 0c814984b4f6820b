import type { Report } from '../diagnostics/diagnostic';
import { xmlCharacter, xmlDoctype, xmlLimit } from '../diagnostics/catalog';
import { positionOf } from './position';

/** Far above any domain that QEMU could start, low enough that the refusal comes at once. */
export const LIMITS = {
  /** UTF-16 code units of the whole text. */
  text: 16 * 1024 * 1024,
  /** Elements; a guest with every PCI slot filled has about 5,000. */
  elements: 10_000,
  /** Open elements. libvirt's schema ends at 12, backing chains add 2 a level. */
  depth: 512,
  /** UTF-16 code units in one tag, attributes included. */
  tag: 64 * 1024,
} as const;

/** Scans the markup before any tree is built, so that a bomb costs one pass over its text. False after an error. */
export function checkLimits(text: string, report: Report): boolean {
  if (text.length > LIMITS.text) {
    report(
      xmlLimit(
        'xml-too-large',
        undefined,
        `the text has ${text.length} characters; the limit is ${LIMITS.text}`,
      ),
    );
    return false;
  }
  return checkCharacters(text, report) && scanMarkup(text, report);
}

/** Characters that XML 1.0 has no place for (production 2), lone surrogates among them, and references to any number. */
// eslint-disable-next-line no-control-regex
const NO_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/u;
/** Control characters and halves of pairs, well matched or not: quick to rule out. */
const SUSPECT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/;
const REFERENCE = /&#(?:x([0-9a-fA-F]+)|(\d+));/g;

/** A NUL or control byte would end or forge an argument further on. False after an error. */
function checkCharacters(text: string, report: Report): boolean {
  const found = (SUSPECT.test(text) ? NO_CHARACTER.exec(text) : null) ?? forbiddenReference(text);
  if (found) report(xmlCharacter(positionOf(text, found.index), found[0]));
  return !found;
}

function forbiddenReference(text: string): RegExpExecArray | undefined {
  if (!text.includes('&#')) return undefined;
  for (const reference of text.matchAll(REFERENCE)) {
    const code = reference[1] === undefined ? Number(reference[2]) : Number.parseInt(reference[1], 16);
    if (!(code <= 0x10ffff) || NO_CHARACTER.test(String.fromCodePoint(code))) return reference;
  }
  return undefined;
}

function scanMarkup(text: string, report: Report): boolean {
  let depth = 0;
  let elements = 0;
  const fail = (diagnostic: Parameters<Report>[0]) => {
    report(diagnostic);
    return false;
  };
  for (let i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i)) {
    const end = endOfMarkup(text, i);
    const next = text[i + 1];
    if (next === '!' && text.startsWith('<!DOCTYPE', i)) return fail(xmlDoctype(positionOf(text, i)));
    if (next === '/') depth--;
    else if (next !== '!' && next !== '?') {
      elements++;
      if (text[end - 2] !== '/') depth++;
      if (end - i > LIMITS.tag)
        return fail(
          xmlLimit(
            'xml-value-too-long',
            positionOf(text, i),
            `a tag is longer than ${LIMITS.tag} characters`,
          ),
        );
      if (depth > LIMITS.depth)
        return fail(
          xmlLimit('xml-too-deep', positionOf(text, i), `elements are nested deeper than ${LIMITS.depth}`),
        );
      if (elements > LIMITS.elements)
        return fail(
          xmlLimit('xml-too-many', positionOf(text, i), `there are more than ${LIMITS.elements} elements`),
        );
    }
    i = end;
  }
  return true;
}

/** The index after the markup that starts at `start`; the text's length where it never ends. */
function endOfMarkup(text: string, start: number): number {
  const close = text.startsWith('<!--', start)
    ? '-->'
    : text.startsWith('<![CDATA[', start)
      ? ']]>'
      : text[start + 1] === '?'
        ? '?>'
        : undefined;
  if (close !== undefined) {
    const end = text.indexOf(close, start);
    return end < 0 ? text.length : end + close.length;
  }
  return endOfTag(text, start);
}

/** A `>` within quotes does not end a tag. */
function endOfTag(text: string, start: number): number {
  let quote = 0;
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 0x22 || c === 0x27) quote = c;
    else if (c === 0x3e) return i + 1;
  }
  return text.length;
}
