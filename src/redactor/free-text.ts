import { SECRET_FORMS } from '../model/secret-words';
import type { Kind } from './kind';
import type { StandIns } from './stand-ins';

const PATH = /(?<![\w./~-])\/(?!\/)[^\s,'"<>;=&|()`]+/;

/** What has a form that tells it apart wherever it stands. In this order: what is tried first may hold what comes later. */
const FORMS: readonly (readonly [RegExp, Kind])[] = [
  [/(?<![\da-f-])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f-])/, 'uuid'],
  [/(?<![\w:])(?:[\da-f]{2}:){5}[\da-f]{2}(?![\w:])/, 'mac'],
  [/\biqn\.\d{4}-\d{2}\.[^\s,'"/;]+/, 'iqn'],
  [/\b(?:naa|eui)\.[\da-f]{16,32}\b/, 'wwn'],
  [/(?<=mpath-3|scsi-3|wwn[-=]0x)[\da-f]{16,32}\b/, 'wwn'],
  [PATH, 'path'],
  [/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/, 'address'],
  [/(?<=\[)[\da-f]*(?::[\da-f]*){2,7}(?=\])/, 'address'],
  [/(?<=\w:\/\/)[^\s/:@]+(?=(?::[^\s/@]*)?@)/, 'user'],
  ...SECRET_FORMS.map((form) => [form, 'password'] as const),
  [/(?<=\w:\/\/(?:[^\s/@]*@)?)[a-z\d][\w.-]*/, 'host'],
  [/\bua-[\w-]+/, 'alias'],
  [/(?<=\bserial=)[^\s,]+/, 'serial'],
  [/(?<=\buser=)[^\s,]+/, 'user'],
  [/(?<=\bname=)opt\/[^\s,"']+/, 'firmware'],
  [/(?<=\bifname=)[^\s,]+/, 'netdev'],
  [/(?<=\b(?:abstract|guid)=)[^\s,]+/, 'words'],
];

const ANY = new RegExp(FORMS.map(([form]) => `(${form.source})`).join('|'), 'gi');

/** Names, numbers and paths in words that nobody can take apart, such as arguments of the user. */
export function redactText(text: string, standIns: StandIns): string {
  return text.replace(ANY, (found: string, ...groups: unknown[]) => {
    const kind = FORMS[groups.findIndex((group) => group !== undefined)]?.[1];
    return kind === undefined ? found : standIns.of(kind, found);
  });
}

/** The same, and values that stood elsewhere under a name of their own: `-name guest=db1`. */
export function redactWords(text: string, standIns: StandIns): string {
  const known = [...standIns.all()].filter(([value, standIn]) => value !== standIn && value.length > 2);
  if (known.length === 0) return redactText(text, standIns);
  const values = known.map(([value]) => value).sort((a, b) => b.length - a.length);
  const any = new RegExp(
    `(?<![a-zA-Z\\d])(?:${values.map(escaped).join('|')})(?![a-zA-Z\\d])|${PATH.source}`,
    'g',
  );
  let out = '';
  let from = 0;
  for (const { 0: found, index } of text.matchAll(any)) {
    out +=
      redactText(text.slice(from, index), standIns) +
      (standIns.existing(found) ?? standIns.of('path', found));
    from = index + found.length;
  }
  return out + redactText(text.slice(from), standIns);
}

/** What is below a known path is another path, whatever characters the known one has. */
function escaped(text: string): string {
  const exact = text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return text.startsWith('/') ? `${exact}(?:\\/[^\\s,'"<>;=&|()\`]*)?` : exact;
}
