import { UINT } from '../model/number';
import type { ScsiReference } from '../model/scsi-reference';
import { wwnDigits } from '../model/wwn';
import type { XmlElement } from './element';

/** Whether `<source>` names a SCSI device in one of the ways below, rather than in libvirt's. */
export function isScsiReference(source: XmlElement): boolean {
  if (source.has('@protocol') || source.has('adapter')) return false;
  return source.has('@name') || source.has('@rel') || source.has('address/@type');
}

/**
 * `<source name= rel=/>`, `<source><address type='scsi' host= .../></source>` or `<address type='wwn' .../>`. Undefined:
 * it names nothing, and that was reported.
 */
export function parseScsiReference(source: XmlElement): ScsiReference | undefined {
  if (source.has('@name') || source.has('@rel')) return parseName(source);
  const type = source.choice('address/@type', ['scsi', 'wwn']);
  const address = source.child('address');
  if (address === undefined)
    source.required('@name', "name the device, such as name='scsi_2_0_4_0', or give its <address>");
  if (type === undefined || address === undefined) return undefined;
  return type === 'wwn' ? parseWwn(address) : parseScsiAddress(address);
}

function parseName(source: XmlElement): ScsiReference | undefined {
  const name = source.required(
    '@name',
    "name the device that it is a relative of, such as 'pci_0000_00_1f_2'",
  );
  const rel = source.choice('@rel', ['parent', 'child']);
  return name === '' ? undefined : { by: 'name', name, rel };
}

function parseScsiAddress(address: XmlElement): ScsiReference | undefined {
  if (address.required('@host', 'say on which SCSI host it is, such as 2 for scsi_host2') === '')
    return undefined;
  const host = address.integer('@host', { max: UINT });
  return host === undefined
    ? undefined
    : {
        by: 'address',
        host,
        bus: address.integer('@bus', { max: UINT }),
        target: address.integer('@target', { max: UINT }),
        lun: parseLun(address, '@lun'),
      };
}

function parseWwn(address: XmlElement): ScsiReference | undefined {
  if (address.has('@wwpn') || address.has('@wwnn')) return parsePort(address);
  const text = address.required('@wwn', 'give the WWN of the LUN, or wwpn and wwnn of a port');
  if (text === '') return undefined;
  const wwn = /^t10\./.test(text) ? text : wwnDigits(text);
  if (wwn === undefined)
    address.invalid('@wwn', text, "16 or 32 hexadecimal digits, such as 'naa.5000c500a1b2c3d4'");
  return wwn === undefined ? undefined : { by: 'wwn', wwn };
}

function parsePort(address: XmlElement): ScsiReference | undefined {
  if (address.required('@wwpn', 'a port is named by its wwpn; the wwnn may be left out') === '')
    return undefined;
  const wwpn = portName(address, '@wwpn');
  return wwpn === undefined ? undefined : { by: 'port', wwpn, wwnn: portName(address, '@wwnn') };
}

function portName(address: XmlElement, path: '@wwpn' | '@wwnn'): string | undefined {
  const text = address.text(path);
  const digits = text === undefined ? undefined : wwnDigits(text);
  if (digits?.length === 16) return digits;
  if (text !== undefined) address.invalid(path, text, '16 hexadecimal digits');
  return undefined;
}

/** A LUN has up to 64 bits: more than a number holds. */
export function parseLun(address: XmlElement, path: string): string | undefined {
  const text = address.text(path);
  if (text === undefined) return undefined;
  if (/^\d{1,20}$/.test(text) && BigInt(text) < 2n ** 64n) return BigInt(text).toString();
  address.invalid(path, text, 'a whole number below 2^64');
  return undefined;
}
