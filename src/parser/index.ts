import type { Report } from '../diagnostics/diagnostic';
import { domainForeign, notADomain } from '../diagnostics/catalog';
import { mayBeUnfilled } from '../model/unfilled';
import type { Domain } from '../model/domain';
import { parseDevices } from './devices';
import { parseDocument } from './document';
import { parseDomain } from './domain';
import { withoutMark } from './byte-order-mark';
import { XmlElement } from './element';
import { selectElement } from './select';

/**
 * Text -> Domain, with every problem reported. Undefined if there is no domain in it.
 * What nobody read is warned about, with its place. `select` is an XPath that picks one element of the file.
 */
export function parse(given: string, report: Report, select?: string): Domain | undefined {
  const text = withoutMark(given);
  const whole = parseDocument(text, report);
  const element = whole && (select === undefined ? whole : selectElement(text, whole, select, report));
  if (!element) return undefined;
  const root = XmlElement.root(element, report, mayBeUnfilled(text));
  if (root.name !== 'domain') {
    report(notADomain(root.at, root.name, /<domain[\s>]/.test(text)));
    return undefined;
  }
  if (element.namespace !== null) {
    report(domainForeign(root.at, element.namespace));
    return undefined;
  }
  const domain = parseDomain(root, parseDevices(root));
  root.reportUnread();
  return domain;
}
