/** Nothing of a guest is dropped in silence: what is taken away or changed shows in what comes out, or is listed with why not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert, type ConvertOptions } from '../../src/convert';
import { caseFolders, guestOf, optionsOf, readCase } from '../case';
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

test('what the guests of the cases say has an effect, or a reason to have none', () => {
  const [met, effective] = [new Set<string>(), new Set<string>()];
  for (const { xml, options } of guests()) {
    const before = outcomeOf(xml, options);
    for (const { path, value, whole } of spotsOf(xml)) {
      if (before.converted) met.add(path);
      if (effective.has(path)) continue;
      const changed = [
        replaced(xml, whole, ''),
        ...otherValues(xml.slice(...value)).map((other) => replaced(xml, value, other)),
      ];
      if (changed.some((text) => outcomeOf(text, options).text !== before.text)) effective.add(path);
    }
  }
  const silent = [...met].filter((path) => !effective.has(path)).sort();
  const listed = Object.values(JSON.parse(readFileSync(LIST, 'utf8')) as Reasons).flat();
  expect(met.size).toBeGreaterThan(1_000);
  expect(silent).toEqual(listed.map((path) => `domain/${path}`).sort());
});
