import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import { parseDocument } from '../../src/parser/document';
import { XmlElement } from '../../src/parser/element';

/** Runs one reader over a fragment: what it gives, and what it says about it (unread nodes included). */
export function read<T>(xml: string, reader: (element: XmlElement) => T): { value: T; said: string[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const root = parseDocument(xml, report);
  if (!root) throw new Error(diagnostics[0]?.message);
  const element = XmlElement.root(root, report);
  const value = reader(element);
  element.reportUnread();
  return { value, said: diagnostics.map(({ code, at }) => `${code} ${at?.path ?? ''}`) };
}
