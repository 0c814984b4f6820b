import type { Document, Element } from '@xmldom/xmldom';
import { selectNothing, selectSyntax } from '../diagnostics/catalog';
import type { Report } from '../diagnostics/diagnostic';
import { compile, type Found } from './path';

/** The element that `--select` picks: the first that the XPath finds. Undefined after reporting. */
export function selectElement(document: Document, path: string, report: Report): Element | undefined {
  const root = document.documentElement;
  if (!root) return undefined;
  let found: unknown;
  try {
    found = compile(path)(root);
  } catch {
    report(selectSyntax(path));
    return undefined;
  }
  const element = Array.isArray(found)
    ? (found as Found[]).find((node): node is Element => node.nodeType === 1)
    : undefined;
  if (element === undefined) report(selectNothing(path));
  return element;
}
