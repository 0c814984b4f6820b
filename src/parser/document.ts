import type { Report } from '../diagnostics/diagnostic';
import { xmlAbsent } from '../diagnostics/catalog';
import { checkLimits } from './limits';
import { readPlain } from './plain-reader';
import type { XmlNode } from './tree';
import { parseWithXmldom } from './xmldom';

/**
 * Reads text as XML and gives its root. Undefined after reporting an error: limits, a document type, malformed markup.
 * Entities other than XML's five are errors, nothing external is ever opened.
 */
export function parseDocument(text: string, report: Report): XmlNode | undefined {
  return readPlain(text) ?? parseAny(text, report);
}

function parseAny(text: string, report: Report): XmlNode | undefined {
  if (!checkLimits(text, report)) return undefined;
  const start = text.trimStart();
  if (!start.startsWith('<') && !/<domain[\s/>]/.test(start)) {
    report(xmlAbsent(start === '' ? 'the text is empty' : "the text does not begin with '<'"));
    return undefined;
  }
  return parseWithXmldom(text, report);
}
