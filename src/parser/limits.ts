import type { Report } from '../diagnostics/diagnostic';
import { xmlDoctype, xmlLimit } from '../diagnostics/catalog';
import { pointAt } from './document';

/** Far above any domain that QEMU could start, low enough that the refusal comes at once. */
export const LIMITS = {
  /** UTF-16 code units of the whole text. */
  text: 16 * 1024 * 1024,
  /** Elements; a guest with every PCI slot filled has about 10,000. */
  elements: 50_000,
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
  return scanMarkup(text, report);
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

export function positionOf(text: string, index: number) {
  const before = text.slice(0, index);
  return pointAt(before.split('\n').length, index - before.lastIndexOf('\n'));
}
