/** Guests that say less than they did: whatever is missing is filled in so that nothing changes. */
import fc from 'fast-check';
import { convert } from '../../src/convert';
import { PROFILES, type ProfileName } from '../../src/model/profile';
import { caseFolders, guestOf, optionsOf, readCase } from '../case';
import { broken } from './property';

const guests = caseFolders().map((folder) => ({ xml: guestOf(folder), folder, given: readCase(folder) }));

/** An attribute, an empty element, or one with text alone. */
const LEAVES = / [\w-]+=(?:'[^']*'|"[^"]*")|<[\w-]+(?: [\w-]+=(?:'[^']*'|"[^"]*"))*(?:\/>|>[^<]*<\/[\w-]+>)/g;

function without(xml: string, picks: readonly number[]): string {
  return picks.reduce((text, pick) => {
    const leaves = [...text.matchAll(LEAVES)];
    const leaf = leaves[pick % leaves.length];
    return leaf === undefined ? text : text.slice(0, leaf.index) + text.slice(leaf.index + leaf[0].length);
  }, xml);
}

test('guests with leaves cut off', () => {
  const property = fc.property(
    fc.constantFrom(...guests),
    fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    fc.constantFrom(...(Object.keys(PROFILES) as ProfileName[])),
    ({ xml, folder, given }, picks, profile) => {
      const options = { ...optionsOf(folder, given, given.qemu[0]!), profile };
      const cut = without(xml, picks);
      fc.pre(convert(cut, options).argv !== undefined);
      const problem = broken(cut, options);
      if (problem !== undefined) throw new Error(`${problem}\n${cut}`);
    },
  );
  fc.assert(property, { numRuns: Number(process.env['RUNS'] ?? 150) });
});
