import {
  xmlCommentDashes,
  xmlCommentNested,
  xmlDeclarationLate,
  xmlDeclarationWrong,
  xmlPieceUnended,
  xmlSecondDocument,
} from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { positionOf } from '../position';
import type { OpenTag } from './nesting';
import { matchAt, type Scanned } from './piece';

const DECLARATION =
  /<\?xml\s+version\s*=\s*(["'])1\.\d+\1(\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>/y;

/** A comment, a CDATA section or a processing instruction at an offset; undefined where none begins there. */
export function asideAt(text: string, start: number, root: OpenTag | undefined): Scanned | undefined {
  if (text.startsWith('<!--', start)) return comment(text, start);
  if (text.startsWith('<![CDATA[', start)) return until(text, start, 'CDATA section', ']]>');
  if (!text.startsWith('<?', start)) return undefined;
  const fault = /^<\?xml[\s?]/.test(text.slice(start, start + 6))
    ? declarationFault(text, start, root)
    : undefined;
  return fault === undefined ? until(text, start, 'processing instruction', '?>') : { fault };
}

function until(text: string, start: number, what: string, end: string): Scanned {
  const found = text.indexOf(end, start);
  return found < 0
    ? { fault: xmlPieceUnended(positionOf(text, start), what, end) }
    : { end: found + end.length };
}

function comment(text: string, start: number): Scanned {
  const dashes = text.indexOf('--', start + 4);
  if (dashes < 0 || text.indexOf('-->', start + 4) < 0)
    return { fault: xmlPieceUnended(positionOf(text, start), 'comment', '-->') };
  if (text[dashes + 2] === '>') return { end: dashes + 3 };
  const inner = text.startsWith('<!', dashes - 2);
  return {
    fault: inner
      ? xmlCommentNested(positionOf(text, dashes - 2), positionOf(text, start))
      : xmlCommentDashes(positionOf(text, dashes)),
  };
}

function declarationFault(text: string, start: number, root: OpenTag | undefined): Diagnostic | undefined {
  const at = positionOf(text, start);
  if (start === 0) return matchAt(DECLARATION, text, 0) ? undefined : xmlDeclarationWrong(at);
  return root === undefined
    ? xmlDeclarationLate(at)
    : xmlSecondDocument(at, { name: root.name, at: positionOf(text, root.start) });
}
