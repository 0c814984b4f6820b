/** Whatever stands in an attribute or an element of a guest is answered by a command line or by what is wrong with it. */
import { convert, type Conversion, type ConvertOptions } from '../../src/convert';
import { EVERY } from '../every';
import { domainTexts } from '../parser/texts';
import { replaced, spotsOf } from './spots';

/** Each place that some guest of the project has a value in, in the shortest of those guests. */
const PLACES = new Map(
  domainTexts()
    .toSorted((a, b) => b.length - a.length)
    .flatMap((xml) => spotsOf(xml).map((spot) => ({ xml, spot })))
    .filter(({ xml, spot: { path, value } }) => path.includes('@') || xml.slice(...value).trim() !== '')
    .map((place) => [place.spot.typedPath, place]),
);

/** Nothing, what is no number, a number beyond all, and a name that every object has, as a table of a program may be one. */
const ODD = ['', 'xx', '9'.repeat(30), '__proto__'];

const WAYS: readonly ConvertOptions[] = [{ profile: 'libvirt' }, { profile: 'standalone' }];

/** In CI each of them in each place; elsewhere one in each place, and another in the next. */
test.each(ODD)("'%s' in place of any value breaks no conversion", (odd) => {
  expect(PLACES.size).toBeGreaterThan(3_000);
  const isTried = (i: number) => EVERY || ODD[i % ODD.length] === odd;
  const wayOf = (i: number) => WAYS[Math.floor(i / ODD.length) % WAYS.length];
  const broken = [...PLACES.values()].filter(
    ({ xml, spot }, i) => isTried(i) && breaks(() => convert(replaced(xml, spot.value, odd), wayOf(i))),
  );
  expect(broken.map(({ spot }) => spot.typedPath)).toEqual([]);
});

/** Whether it throws, or says or passes on what is no text of anyone's. */
function breaks(run: () => Conversion): boolean {
  try {
    const { argv = [], diagnostics } = run();
    const said = diagnostics.flatMap(({ message, help }) => [message, help]);
    return [...argv, ...said].some((text) => /\[object |\[native code\]|\bundefined\b/.test(text ?? ''));
  } catch {
    return true;
  }
}
