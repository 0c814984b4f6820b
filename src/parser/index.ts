import type { Report } from '../diagnostics/diagnostic';
import { notADomain } from '../diagnostics/catalog';
import type { Domain } from '../model/domain';
import { parseDevices } from './devices';
import { parseDocument } from './document';
import { parseDomain } from './domain';
import { XmlElement } from './element';

/**
 * Text -> Domain, with every problem reported. Undefined if there is no domain in it.
 * What nobody read is warned about, with its place.
 */
export function parse(text: string, report: Report): Domain | undefined {
  const document = parseDocument(text, report);
  const root = document && XmlElement.root(document, report);
  if (!root) return undefined;
  if (root.name !== 'domain') {
    report(notADomain(root.at, root.name));
    return undefined;
  }
  const domain = parseDomain(root, parseDevices(root));
  root.reportUnread();
  return domain;
}
