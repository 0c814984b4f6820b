import { valueMissing } from '../diagnostics/catalog';
import type { Smartcard } from '../model/smartcard';
import { parseChardevSource } from './chardev';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';

export function parseSmartcard(element: XmlElement): Smartcard | undefined {
  element.required('@mode', 'use host, host-certificates or passthrough');
  const base = parseDeviceBase(element);
  const card = parseCard(element);
  return card && { kind: 'smartcard', ...base, card };
}

function parseCard(element: XmlElement): Smartcard['card'] | undefined {
  const mode = element.choice('@mode', ['host', 'host-certificates', 'passthrough']);
  switch (mode) {
    case 'host-certificates':
      return { mode, certificates: parseCertificates(element), database: element.text('database') };
    case 'passthrough':
      element.required('@type', 'say what the card is reached through: spicevmc, tcp, unix');
      return { mode, chardev: parseChardevSource(element) };
    default:
      return mode && { mode };
  }
}

/** One each for identity, signature and encryption. */
function parseCertificates(element: XmlElement): string[] {
  const certificates = element.children('certificate').map(parseCertificate);
  if (certificates.length !== 3)
    element.report(
      valueMissing(
        element.at,
        'the set of three <certificate> elements',
        'name exactly three certificates of the database',
      ),
    );
  return certificates;
}

function parseCertificate({ content, at, report }: XmlElement): string {
  if (content === '') report(valueMissing(at, 'the name of a certificate', 'name one of the database'));
  return content;
}
