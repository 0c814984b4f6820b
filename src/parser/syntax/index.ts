import { xmlMarkBefore, xmlSecondRoot, xmlTextAfter, xmlTextBefore } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { positionOf } from '../position';
import { asideAt } from './aside';
import { endTag, neverClosed, type OpenTag } from './nesting';
import { referenceFault, type Scanned } from './piece';
import { startTag } from './tag';

/** Those that nobody has to declare (Namespaces in XML 1.0, 3). */
const GIVEN: ReadonlySet<string> = new Set(['xml', 'xmlns']);

/** What stands open, and the outermost element once it was met. */
interface Nesting {
  readonly open: OpenTag[];
  root: OpenTag | undefined;
}

/**
 * The first thing that keeps a text from being XML, in the words of who wrote it: at the culprit, with the remedy. Reads a
 * text that an XML reader has refused, and judges none by itself: undefined where it finds nothing.
 */
export function syntaxFault(text: string): Diagnostic | undefined {
  const nesting: Nesting = { open: [], root: undefined };
  for (let at = 0; ;) {
    const next = text.indexOf('<', at);
    const fault = textFault(text, at, next < 0 ? text.length : next, nesting);
    if (fault !== undefined) return fault;
    const last = nesting.open.at(-1);
    if (next < 0) return last && neverClosed(text, last, nesting.open);
    const piece = markupAt(text, next, nesting);
    if ('fault' in piece) return piece.fault;
    at = piece.end;
  }
}

/** The first `&` of a well-formed text that stands for nothing: xmldom takes one before a blank for itself. */
export function bareAmpersand(text: string): Diagnostic | undefined {
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1))
    if (referenceFault(text, at, at + 8) !== undefined) return syntaxFault(text);
  return undefined;
}

function markupAt(text: string, start: number, nesting: Nesting): Scanned {
  const { open, root } = nesting;
  const aside = asideAt(text, start, root);
  if (aside !== undefined) return aside;
  if (text.startsWith('</', start)) return endTag(text, start, open);
  const tag = startTag(text, start, open.at(-1)?.prefixes ?? GIVEN);
  if ('fault' in tag) return tag;
  if (open.length === 0 && root !== undefined)
    return {
      fault: xmlSecondRoot(positionOf(text, start), tag.name, {
        name: root.name,
        at: positionOf(text, root.start),
      }),
    };
  nesting.root ??= tag;
  if (!tag.empty) open.push(tag);
  return tag;
}

function textFault(
  text: string,
  start: number,
  end: number,
  { open, root }: Nesting,
): Diagnostic | undefined {
  if (open.length > 0) return referenceFault(text, start, end);
  const offset = text.slice(start, end).search(/[^ \t\r\n]/);
  if (offset < 0) return undefined;
  const at = positionOf(text, start + offset);
  if (text[start + offset] === '\ufeff') return xmlMarkBefore(at);
  return root === undefined ? xmlTextBefore(at, rootName(text, end)) : xmlTextAfter(at, root.name);
}

/** The name in the first tag after an offset. */
function rootName(text: string, from: number): string {
  return /<([A-Za-z_][\w:.-]*)/.exec(text.slice(from))?.[1] ?? 'domain';
}
