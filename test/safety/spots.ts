/** One value of a guest, or a whole element that has no others in it, and the text of the guest around it. */
export interface Spot {
  /** Element names from the root, and `@name` for an attribute. */
  readonly path: string;
  /** The same with what tells kinds of one element apart: `disk file/source`. */
  readonly typedPath: string;
  /** Where the value stands: the attribute's value, the text of an element, or nothing. */
  readonly value: Span;
  /** What goes when it goes: the attribute with its name, or the element with its tags. */
  readonly whole: Span;
}

export type Span = readonly [start: number, end: number];

const MARKUP = /<!--[^]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:'[^']*'|"[^"]*"))*)\s*(\/?)>([^<]*)/g;
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(['"])(.*?)\2/g;
const KIND = /\b(?:type|mode|model|bus|protocol)\s*=\s*['"]([^'"]*)/;

interface Open {
  readonly path: string;
  readonly typedPath: string;
  readonly start: number;
  readonly text: Span;
  isLeaf: boolean;
}

/** All of them, in the order in which they end. */
export function spotsOf(xml: string): Spot[] {
  const found: Spot[] = [];
  const open: Open[] = [];
  const leaf = ({ path, typedPath, start, text }: Open, end: number) =>
    found.push({ path, typedPath, value: text, whole: [start, end] });
  for (const match of xml.matchAll(MARKUP)) {
    const [all, closes, name, attributes = '', empty, text = ''] = match;
    if (name === undefined) continue;
    const end = match.index + all.length - text.length;
    if (closes !== '') {
      const closed = open.pop();
      if (closed?.isLeaf === true) leaf(closed, end);
      continue;
    }
    const parent = open.at(-1);
    if (parent !== undefined) parent.isLeaf = false;
    const element: Open = {
      path: below(parent?.path, name),
      typedPath: below(parent?.typedPath, `${name} ${KIND.exec(attributes)?.[1] ?? ''}`),
      start: match.index,
      text: [end, end + text.length],
      isLeaf: true,
    };
    found.push(...attributesOf(attributes, match.index + 1 + name.length, element));
    if (empty === '') open.push(element);
    else leaf({ ...element, text: [end, end] }, end);
  }
  return found;
}

const below = (parent: string | undefined, name: string) =>
  parent === undefined ? name : `${parent}/${name}`;

function attributesOf(text: string, start: number, { path, typedPath }: Open): Spot[] {
  return [...text.matchAll(ATTRIBUTE)].map(({ index, 0: all, 1: key = '', 3: value = '' }) => {
    const [from, to] = [start + index, start + index + all.length];
    return {
      path: `${path}/@${key}`,
      typedPath: `${typedPath}/@${key}`,
      value: [to - 1 - value.length, to - 1],
      whole: [from, to],
    };
  });
}

/** The guest with another text in that place. */
export const replaced = (xml: string, [start, end]: Span, by: string) =>
  `${xml.slice(0, start)}${by}${xml.slice(end)}`;
