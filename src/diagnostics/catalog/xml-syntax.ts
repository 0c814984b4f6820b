import type { Place } from '../../model/place';
import { error, type Extras } from '../diagnostic';

/** What a person meant to pass, whatever it was that came. */
export const GUEST = "pass the XML of a guest, as 'virsh dumpxml NAME' prints it";

/** `problem`: what the reader says of it. What we know better has a message of its own below. */
export const xmlSyntax = (at: Place | undefined, problem: string) =>
  error('xml-syntax', at, `not well-formed XML: ${problem}`, { help: 'check the file with xmllint' });

const wrong = (at: Place | undefined, message: string, extras: Extras) =>
  error('xml-syntax', at, shortened(message), { ...extras, help: shortened(extras.help ?? '') });

/** What is no XML may have anything in the place of a name. */
function shortened(words: string): string {
  return words.replace(/\S{70,}/g, (long) => `${long.slice(0, 69)}…`);
}

/** What has no markup at all: nothing in it is worth a look with a validator. */
export const xmlAbsent = (problem: string) =>
  wrong(undefined, `this is not XML: ${problem}`, { help: GUEST });

export const xmlTextBefore = (at: Place, root: string) =>
  wrong(at, `there is text before <${root}>`, { help: `remove what stands before <${root}>` });

export const xmlTextAfter = (at: Place, root: string) =>
  wrong(at, `there is text after </${root}>`, { help: `remove what stands after </${root}>` });

export const xmlMarkBefore = (at: Place) =>
  wrong(at, 'a byte order mark (U+FEFF) stands within the text', {
    help: 'remove it, or save the file as UTF-8 without a byte order mark',
  });

export const xmlDeclarationLate = (at: Place) =>
  wrong(at, 'the XML declaration is not at the very start of the file', {
    help: 'remove the blanks and lines before <?xml',
  });

export const xmlDeclarationWrong = (at: Place) =>
  wrong(at, 'the XML declaration is not complete', {
    help: `write <?xml version="1.0" encoding="UTF-8"?>, or remove it`,
  });

const ONE_A_FILE =
  "put each into a file of its own, or all into one <domains> element and choose with --select '//domain[1]'";

/** `first`: where the root stands that came before. */
export const xmlSecondRoot = (
  at: Place,
  name: string,
  first: { readonly name: string; readonly at: Place },
) =>
  wrong(at, `a second ${name === first.name ? '' : 'outermost element, '}<${name}> begins here`, {
    notes: [{ message: `<${first.name}> is the first`, at: first.at }],
    help:
      name === 'domain' && first.name === name ? ONE_A_FILE : `remove it, or write it within <${first.name}>`,
  });

export const xmlSecondDocument = (at: Place, first: { readonly name: string; readonly at: Place }) =>
  wrong(at, 'a second XML document begins here', {
    notes: [{ message: `<${first.name}> of the first is here`, at: first.at }],
    help: first.name === 'domain' ? `remove this declaration, and ${ONE_A_FILE}` : 'keep one document a file',
  });

/**
 * `mayBeEmpty`: it says something without holding anything. `before`: what ends although the element is still open;
 * undefined: the file does. `ends`: the end tags of all that is open.
 */
export const xmlNeverClosed = (
  at: Place,
  name: string,
  mayBeEmpty: boolean,
  before: { readonly name: string; readonly at: Place } | undefined,
  ends: string,
) =>
  wrong(at, `<${name}> is never closed`, {
    notes: before ? [{ message: `</${before.name}> comes first`, at: before.at }] : [],
    help: before
      ? `write </${name}> before </${before.name}>${mayBeEmpty ? `, or <${name} .../> if it holds nothing` : ''}`
      : `the file ends too early: is it cut off? else add ${ends} at its end`,
  });

export const xmlSlashMissing = (at: Place, name: string, opened: Place) =>
  wrong(at, `<${name}> begins anew where it was to end`, {
    notes: [{ message: `<${name}> is open since here`, at: opened }],
    help: `write </${name}>, with a slash`,
  });

export const xmlEndMisspelt = (at: Place, name: string, open: string, opened: Place) =>
  wrong(at, `</${name}> does not end <${open}>`, {
    notes: [{ message: `<${open}> is open since here`, at: opened }],
    help: `write </${open}>`,
  });

/** `open`: the element that it stands in, if any. */
export const xmlEndStray = (
  at: Place,
  name: string,
  open: { readonly name: string; readonly at: Place } | undefined,
) =>
  wrong(at, `</${name}> ends nothing: no <${name}> is open here`, {
    notes: open ? [{ message: `what is open is <${open.name}>`, at: open.at }] : [],
    help: `remove it, or write <${name}> where it is to begin${open ? `, or </${open.name}>` : ''}`,
  });

export const xmlEndTagFull = (at: Place, name: string) =>
  wrong(at, `the end tag of <${name}> holds more than its name`, { help: `write </${name}>` });

export const xmlTagUnended = (at: Place, tag: string, next: Place | undefined) =>
  wrong(at, `the tag <${tag} has no '>'`, {
    notes: next ? [{ message: 'the next one begins here', at: next }] : [],
    help: tag.startsWith('/') ? "end it with '>'" : "end it with '>', or '/>' if the element holds nothing",
  });

export const xmlLessStray = (at: Place) =>
  wrong(at, "'<' begins no tag here: no name follows it", {
    help: 'write &lt; for the character itself, or the name of the element right after it',
  });

export const xmlLessInValue = (at: Place, attribute: string) =>
  wrong(at, `'<' stands in the value of '${attribute}'`, { help: 'write &lt; for it' });

export const xmlAmpersand = (at: Place) =>
  wrong(at, "'&' stands by itself, which begins an entity in XML", { help: 'write &amp; for it' });

export const xmlEntityUnended = (at: Place, name: string) =>
  wrong(at, `the entity &${name} has no ';'`, { help: `write &${name}; or &amp;${name}` });

export const xmlEntityUnknown = (at: Place, name: string) =>
  wrong(at, `&${name}; is no entity of XML`, {
    help: 'write the character itself; the entities of XML are &amp; &lt; &gt; &quot; and &apos;',
  });

export const xmlUnquoted = (at: Place, attribute: string, value: string) =>
  wrong(at, `the value of '${attribute}' has no quotes`, { help: `write ${attribute}='${value}'` });

export const xmlQuoteCurly = (at: Place, attribute: string, value: string) =>
  wrong(at, `the value of '${attribute}' has quotes of a text program, which are none of XML`, {
    help: `write ${attribute}='${value}'`,
  });

export const xmlQuoteUnended = (at: Place, attribute: string) =>
  wrong(at, `the value of '${attribute}' has no closing quote`, {
    help: 'end it with the quote that it begins with',
  });

export const xmlValueAbsent = (at: Place, attribute: string) =>
  wrong(at, `attribute '${attribute}' has no value`, { help: `write ${attribute}='...', or remove it` });

export const xmlBlankMissing = (at: Place, attribute: string) =>
  wrong(at, `no blank stands before attribute '${attribute}'`, { help: 'put a blank before it' });

export const xmlAttributeTwice = (at: Place, attribute: string, first: Place) =>
  wrong(at, `attribute '${attribute}' is there twice`, {
    notes: [{ message: 'the first one is here', at: first }],
    help: 'leave one of them',
  });

export const xmlTagStray = (at: Place, found: string, tag: string) =>
  wrong(at, `${found} has no place in the tag <${tag}`, {
    help: "remove it: a tag holds attributes alone, as name='value'",
  });

/** `uri`: of a namespace that libvirt knows by this prefix. */
export const xmlPrefixUnbound = (at: Place, prefix: string, uri: string | undefined) =>
  wrong(at, `the prefix '${prefix}' stands for no namespace`, {
    help: `add xmlns:${prefix}='${uri ?? '...'}' to <domain>${uri === undefined ? `, or remove '${prefix}:'` : ''}`,
  });

/** `what`: as `comment`; `end`: what ends it. */
export const xmlPieceUnended = (at: Place, what: string, end: string) =>
  wrong(at, `the ${what} that begins here never ends`, { help: `end it with ${end}` });

export const xmlCommentNested = (at: Place, outer: Place) =>
  wrong(at, 'a comment begins within a comment', {
    notes: [{ message: 'the outer one begins here', at: outer }],
    help: 'remove the inner <!-- and -->: comments of XML do not nest',
  });

export const xmlCommentDashes = (at: Place) =>
  wrong(at, "'--' stands within a comment", { help: 'write one dash, or another character' });
