/** Nothing of a guest is dropped in silence: what is taken away or changed shows in what comes out, or is listed with why not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert, type ConvertOptions } from '../../src/convert';
import { caseFolders, guestOf, optionsOf, readCase } from '../case';
import { EVERY } from '../every';
import { replaced, spotsOf } from './spots';

/** Why -> paths below `<domain>`. */
type Reasons = Readonly<Record<string, readonly string[]>>;

const LIST = join(__dirname, 'without-effect.json');

interface Outcome {
  readonly converted: boolean;
  readonly text: string;
}

/** All that a user gets of a conversion, but for places, which move with the text. */
function outcomeOf(xml: string, options: ConvertOptions): Outcome {
  const { argv, plan, diagnostics } = convert(xml, options);
  const started = argv && [plan?.environment, plan?.companions, plan?.resources, plan?.hostSteps];
  const said = diagnostics.map(({ code, severity, message, help }) => [code, severity, message, help]);
  return { converted: argv !== undefined, text: JSON.stringify([argv, started, said]) };
}

/** Another value that may stand in the same place. */
function otherValues(value: string): string[] {
  const pair = [
    ['on', 'off'],
    ['yes', 'no'],
  ].find((words) => words.includes(value));
  if (pair !== undefined) return pair.filter((word) => word !== value);
  if (/^0x[\da-f]+$/i.test(value)) return [`0x${(Number.parseInt(value, 16) + 1).toString(16)}`];
  return /^\d{1,9}$/.test(value) ? [String(Number(value) + 1)] : [];
}

/** The guests that are converted for use without libvirt, each for the releases that it is for. */
function* guests() {
  for (const folder of caseFolders()) {
    const given = readCase(folder);
    const xml = guestOf(folder);
    if (given.command === 'check' || xml.includes('<!DOCTYPE')) continue;
    const named = given.options?.profile ?? 'standalone';
    const profile = named === 'libvirt' ? 'standalone' : named;
    for (const version of given.qemu)
      yield { xml, options: { ...optionsOf(folder, given, version), profile } };
  }
}

/** Paths that guests have which convert, and those where something has an effect. */
interface Found {
  readonly met: Set<string>;
  readonly effective: Set<string>;
}

/** Looks through the guests for some paths; the same value is tried in so many places, as long as it has no effect. */
function look({ met, effective }: Found, isWanted: (path: string) => boolean, tries: number): void {
  const tried = new Map<string, number>();
  for (const { xml, options } of guests()) {
    const spots = spotsOf(xml)
      // Other programs keep there what they like.
      .filter(({ path }) => !path.startsWith('domain/metadata/') && isWanted(path))
      .map((spot) => ({ ...spot, what: `${spot.path} ${xml.slice(...spot.whole)}` }));
    const isOpen = ({ path, what }: (typeof spots)[number]) =>
      !effective.has(path) && (tried.get(what) ?? 0) < tries;
    if (!spots.some((spot) => isOpen(spot) || !met.has(spot.path))) continue;
    const before = outcomeOf(xml, options);
    for (const spot of spots) {
      const { path, value, whole, what } = spot;
      if (before.converted) met.add(path);
      if (!isOpen(spot)) continue;
      tried.set(what, (tried.get(what) ?? 0) + 1);
      const changed = [
        replaced(xml, whole, ''),
        ...otherValues(xml.slice(...value)).map((other) => replaced(xml, value, other)),
      ];
      if (changed.some((text) => outcomeOf(text, options).text !== before.text)) effective.add(path);
    }
  }
}

/** In CI what is listed is tried in every place: there may be one where it has an effect by now. */
const TRIES = EVERY ? Infinity : 3;

test('what the guests of the cases say has an effect, or a reason to have none', () => {
  const reasons = Object.values(JSON.parse(readFileSync(LIST, 'utf8')) as Reasons).flat();
  const listed = reasons.map((path) => `domain/${path}`).sort();
  const found: Found = { met: new Set(), effective: new Set() };
  const silent = () => [...found.met].filter((path) => !found.effective.has(path)).sort();
  look(found, () => true, TRIES);
  const doubtful = new Set(silent().filter((path) => !listed.includes(path)));
  // Some have an effect beside something rare alone.
  if (!EVERY) look(found, (path) => doubtful.has(path), Infinity);
  expect(found.met.size).toBeGreaterThan(1_000);
  expect(silent()).toEqual(listed);
});
