/** What nobody here knows survives, wherever it stands. */
import fc from 'fast-check';
import { convert } from '../../src/convert';
import { normalize } from '../../src/normalize';
import { caseFolders, guestOf } from '../case';
import { broken } from './property';

const converted = caseFolders()
  .map((folder) => ({ xml: guestOf(folder), ...convert(guestOf(folder)) }))
  .filter(({ argv }) => argv !== undefined);
const guests = converted.map(({ xml }) => xml);

/** Before a tag that follows another with white space at most between them: there any markup may stand. */
const PLACE = /(?<=>\s*)(?=<)/g;

const stranger = fc.oneof(
  fc.stringMatching(/^[ a-z<>'"&/=\n]{0,20}$/).map((text) => `<!--${text}-->`),
  fc.constantFrom(
    '<acme:note xmlns:acme="urn:acme" say="a > b">1 &lt; 2<![CDATA[</devices>]]></acme:note>',
    '<novelty\n  first=\'"\'\n  second="\'"  />',
    '<other xmlns="urn:other"><disk><address/></disk></other>',
    '<?keep me?>',
  ),
);

function withStrangers(xml: string, strangers: readonly { at: number; markup: string }[]): string {
  const root = xml.indexOf('<domain');
  const offsets = [...xml.matchAll(PLACE)].map(({ index }) => index).filter((offset) => offset > root);
  return [...strangers]
    .map(({ at, markup }) => ({ offset: offsets[at % offsets.length] ?? 0, markup }))
    .sort((a, b) => b.offset - a.offset)
    .reduce((text, { offset, markup }) => text.slice(0, offset) + markup + text.slice(offset), xml);
}

test('comments and unknown elements survive, and change nothing', () => {
  const property = fc.property(
    fc.constantFrom(...guests),
    fc.array(fc.record({ at: fc.nat(), markup: stranger }), { maxLength: 12 }),
    fc.constantFrom('\n', '\r\n'),
    (guest, strangers, newline) => {
      const xml = withStrangers(guest, strangers).replaceAll('\n', newline);
      // an element among the devices that nobody knows is refused: it may be one
      fc.pre(convert(xml).argv !== undefined);
      expect(broken(xml, {})).toBeUndefined();
      const { text = '' } = normalize(xml);
      for (const { markup } of strangers) expect(text).toContain(markup.replaceAll('\n', newline));
      expect(text.includes('\r')).toBe(newline === '\r\n' && xml.includes('\r'));
      expect(/[^\r]\n/.test(text)).toBe(newline === '\n');
    },
  );
  fc.assert(property, { numRuns: 300 });
});

/** An address that cannot be is no longer there: another one is in its place. */
const keepsAddresses = ({ diagnostics }: (typeof converted)[number]) =>
  !diagnostics.some(({ code }) => code === 'address-left-out');

test('every character of the file is in its place', () => {
  const kept = converted.filter(keepsAddresses);
  expect(kept.length).toBeGreaterThan(100);
  for (const { xml } of kept) {
    const { text = '' } = normalize(xml);
    let at = 0;
    for (const char of xml) {
      at = text.indexOf(char, at) + 1;
      if (at === 0) break;
    }
    expect({ xml, isKept: at > 0 }).toEqual({ xml, isKept: true });
  }
});
