import { redirFilterTwice } from '../diagnostics/catalog';
import type { Redirdev, RedirRule } from '../model/redirdev';
import { parseChardevSource } from './chardev';
import { parseBootable } from './device-base';
import type { XmlElement } from './element';

export function parseRedirdev(element: XmlElement): Redirdev {
  element.choice('@bus', ['usb']);
  element.required('@type', 'say what the device comes through: spicevmc, tcp, unix');
  return { kind: 'redirdev', ...parseBootable(element), source: parseChardevSource(element) };
}

/** `<redirfilter>`: one for all redirected devices; undefined: there is none. */
export function parseRedirFilter(domain: XmlElement): readonly RedirRule[] | undefined {
  const [filter, second] = domain.children('devices/redirfilter');
  if (second !== undefined) domain.report(redirFilterTwice(second.at));
  return filter?.children('usbdev').map(parseRule);
}

function parseRule(element: XmlElement): RedirRule {
  element.required('@allow', 'write yes or no');
  return {
    usbClass: parseId(element, '@class', 0xff),
    vendor: parseId(element, '@vendor', 0xffff),
    product: parseId(element, '@product', 0xffff),
    version: parseVersion(element),
    allow: element.yes('@allow') ?? false,
  };
}

/** -1 stands for any. */
function parseId(element: XmlElement, path: string, max: number): number | undefined {
  const id = element.anyBase(path, { min: -1, max });
  return id === -1 ? undefined : id;
}

/** `1.1` is 1.10, as USB counts. */
function parseVersion(element: XmlElement): number | undefined {
  const text = element.text('@version');
  if (text === undefined || text === '-1') return undefined;
  const [, major, minor] = /^(\d{1,2})\.(\d{1,2})$/.exec(text) ?? [];
  if (major === undefined || minor === undefined) {
    element.invalid('@version', text, 'a version of USB such as 2.0');
    return undefined;
  }
  // its decimal digits are read as hexadecimal ones
  return Number.parseInt(major.padStart(2, '0') + minor.padEnd(2, '0'), 16);
}
