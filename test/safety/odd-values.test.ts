/** Whatever stands in an attribute or an element of a guest is answered by a command line or by what is wrong with it. */
import { convert, type Conversion, type ConvertOptions } from '../../src/convert';
import { domainTexts } from '../parser/texts';

/** One value of a guest: its path with the types on the way, and what stands before and after it. */
interface Spot {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const MARKUP = /<!--[^]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:'[^']*'|"[^"]*"))*)\s*(\/?)>([^<]*)/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(['"])(.*?)\2/g;

function spots(xml: string): Spot[] {
  const found: Spot[] = [];
  const add = (path: string, start: number, length: number) =>
    found.push({ path, before: xml.slice(0, start), after: xml.slice(start + length) });
  const open: string[] = [];
  for (const match of xml.matchAll(MARKUP)) {
    const [whole, closes, name, attributes = '', empty, text = ''] = match;
    if (name === undefined) continue;
    if (closes !== '') {
      open.pop();
      continue;
    }
    const type = /\b(?:type|mode|model|bus|protocol)\s*=\s*['"]([^'"]*)/.exec(attributes)?.[1] ?? '';
    open.push(`${name} ${type}`);
    const path = open.join('/');
    const start = match.index + 1 + name.length;
    for (const { index, 0: all, 1: key, 3: value = '' } of attributes.matchAll(ATTRIBUTE))
      add(`${path}/@${key}`, start + index + all.length - 1 - value.length, value.length);
    if (text.trim() !== '') add(path, match.index + whole.length - text.length, text.length);
    if (empty !== '') open.pop();
  }
  return found;
}

/** Each place that some guest of the project has, in the shortest of those guests. */
const SPOTS = new Map(
  domainTexts()
    .toSorted((a, b) => b.length - a.length)
    .flatMap(spots)
    .map((spot) => [spot.path, spot]),
);

/** Nothing, what is no number, a number beyond all, and a name that every object has, as a table of a program may be one. */
const ODD = ['', 'xx', '9'.repeat(30), '__proto__'];

const WAYS: readonly ConvertOptions[] = [{ profile: 'libvirt' }, { profile: 'standalone' }];

test.each(ODD)("'%s' in place of any value breaks no conversion", (odd) => {
  expect(SPOTS.size).toBeGreaterThan(3_000);
  const broken = [...SPOTS.values()].filter(({ before, after }, i) =>
    breaks(() => convert(before + odd + after, WAYS[i % WAYS.length])),
  );
  expect(broken.map(({ path }) => path)).toEqual([]);
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
