import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';
import { isUnfilled } from '../../model/unfilled';
import { GUEST } from './xml-syntax';

export const xmlDoctype = (at: Place) =>
  error('xml-doctype', at, 'a document type declaration is not accepted', {
    help: 'remove the <!DOCTYPE ...> declaration; libvirt never writes one',
  });

export const xmlCharacter = (at: Place, character: string) => {
  const code = character.startsWith('&')
    ? character
    : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return error('xml-character', at, `${code} is not a character of XML`, {
    help: 'remove it; XML has no control characters but tab and newline',
  });
};

export const xmlEncoding = (problem: string) =>
  error('xml-encoding', undefined, `the text cannot be decoded: ${problem}`, {
    help: 'save the file as UTF-8',
  });

export const xmlBinary = () =>
  error('xml-encoding', undefined, 'this is not text: it holds bytes of zero', { help: GUEST });

export const xmlCompressed = () =>
  error('xml-encoding', undefined, 'this is compressed with gzip', {
    help: 'unpack it first: gunzip FILE, or zcat FILE | domxml2qemu convert -',
  });

export const xmlLimit = (
  code: 'xml-too-large' | 'xml-too-deep' | 'xml-too-many' | 'xml-value-too-long',
  at: Place | undefined,
  message: string,
) => error(code, at, message, { help: 'convert one domain a file, as virsh dumpxml prints it' });

/** `inside`: there is a <domain> further down. */
export const notADomain = (at: Place, name: string, inside: boolean) =>
  error('not-a-domain', at, `the root element is <${name}>, not <domain>`, {
    help: inside ? "pass one <domain>, or choose one with --select '//domain[1]'" : GUEST,
  });

/** `meant`: the value that is written nearly so. */
export const valueInvalid = (at: Place, what: string, value: string, expected: string, meant?: string) =>
  error('value-invalid', at, `${what} cannot be '${value}'`, {
    help: `${meant !== undefined ? `did you mean '${meant}'? ` : isUnfilled(value) ? 'it looks like a variable that nobody filled in: ' : ''}use ${expected}`,
  });

/** Of what may be anything, and is taken as it is. */
export const valuePlaceholder = (at: Place, what: string, value: string) =>
  warning('value-placeholder', at, `${what} is '${value}': it looks like a variable that nobody filled in`, {
    help: 'write its value, or fill it in where this XML is made',
  });

/** The same with white space around it, as pretty printers and templates leave it. */
export const valuePadded = (at: Place, what: string, value: string) =>
  warning('value-padded', at, `${what} has white space around its value`, {
    help: value.trim() === '' ? 'write its value, or leave it out' : `write '${value.trim()}'`,
  });

export const valueMissing = (at: Place, what: string, help?: string) =>
  error('value-missing', at, `${what} is missing`, { help: help ?? `add ${what}` });

/** The same of what is there, with nothing in it. */
export const valueNeeded = (at: Place, what: string, help?: string) =>
  error('value-missing', at, `${what} is empty`, { help: help ?? 'write its value' });

export const valueEmpty = (at: Place, name: string, element: string) =>
  warning('value-empty', at, `attribute '${name}' of <${element}> is empty, as if it were not there`, {
    help: 'write its value, or leave it out',
  });

/** `help`: what seems to be meant. */
export const unreadElement = (at: Place, name: string, help?: string) =>
  warning('unread-element', at, `<${name}> is not understood here and has no effect`, {
    help: help ?? 'check its spelling and its parent, or remove it',
  });

/** `where` it belongs, as `in <devices>`. */
export const elementMisplaced = (at: Place, name: string, parent: string, where: string) =>
  error('element-misplaced', at, `<${name}> has no place in <${parent}>`, {
    help: `write it ${where}, or remove it`,
  });

/** The root is in a namespace: none of its elements is libvirt's. */
export const domainForeign = (at: Place, namespace: string) =>
  error('not-a-domain', at, `this <domain> is in the namespace '${namespace}', libvirt's is in none`, {
    help: 'remove its xmlns, or what stands before the colon in its name',
  });

/** `first`: the one that was read. */
export const unreadSecond = (at: Place, name: string, first: Place) =>
  warning('unread-second', at, `a second <${name}> has no effect: the first one counts`, {
    notes: [{ message: 'the first one is here', at: first }],
    help: 'leave one of them',
  });

export const unreadText = (at: Place, name: string) =>
  warning('unread-text', at, `the text in <${name}> is not understood here and has no effect`, {
    help: 'remove it, or write what it says as an attribute',
  });

/** `help`: what seems to be meant. */
export const unreadAttribute = (at: Place, name: string, element: string, help?: string) =>
  warning(
    'unread-attribute',
    at,
    `attribute '${name}' of <${element}> is not understood here and has no effect`,
    { help: help ?? 'check its spelling, or remove it' },
  );

export const selectSyntax = (path: string) =>
  error('select-syntax', undefined, `--select '${path}' is not an XPath expression`, {
    help: "quote it for the shell, as in --select '//domain[2]'",
  });

export const selectNothing = (path: string) =>
  error('select-nothing', undefined, `--select '${path}' finds no element in this file`, {
    help: "list what there is with: xmllint --xpath '//domain/name' FILE",
  });

/** `found`: all that it finds, of which the first few are shown. */
export const selectSeveral = (
  path: string,
  found: readonly { readonly name: string; readonly at: Place }[],
) =>
  error('select-several', undefined, `--select '${path}' finds ${found.length} elements, and one is wanted`, {
    notes: found.slice(0, 3).map(({ name, at }) => ({ message: `${name} is one`, at })),
    help: `say which, by name: "//domain[name='db1']", or by place: '(//domain)[2]'`,
  });

export const selectNoElement = (path: string) =>
  error('select-nothing', undefined, `--select '${path}' gives a value, not an element`, {
    help: "name the element itself, as in --select '//domain[2]'",
  });

export const attributeMisplaced = (at: Place, attribute: string, where: string) =>
  error('attribute-misplaced', at, `'${attribute}' is only for ${where}`, { help: 'remove it' });
