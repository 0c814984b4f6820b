/** An attribute as it stands in the text. */
export interface MarkupAttribute {
  readonly name: string;
  /** Between the quotes, entities and all. */
  readonly raw: string;
  /** Offset of the first character of the value. */
  readonly at: number;
  /** Offset behind the closing quote. */
  readonly end: number;
}

/** An element as it stands in the text; all numbers are offsets. */
export interface Markup {
  readonly name: string;
  /** In a namespace that the element or one around it names without a prefix: none of libvirt's. */
  readonly foreign: boolean;
  readonly start: number;
  /** Behind the start tag. */
  readonly open: number;
  /** Before the end tag; as `open` for an empty-element tag. */
  close: number;
  /** Behind the element. */
  end: number;
  /** Written as `<name/>`. */
  readonly empty: boolean;
  readonly attributes: readonly MarkupAttribute[];
  readonly children: Markup[];
  readonly parent: Markup | undefined;
}

/** Comments, CDATA sections, processing instructions and declarations: skipped whole. */
const SKIPPED: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

const TAG_NAME = /[^\s/>]+/y;
const ATTRIBUTE = /\s*([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const TAG_END = /\s*(\/?)>/y;

/** The elements of a text that is known to be well-formed, with where each of them and its attributes stand. */
export function scan(text: string): Markup[] {
  const roots: Markup[] = [];
  let inside: Markup | undefined;
  for (let at = text.indexOf('<'); at !== -1;) {
    const skipped = SKIPPED.find(([start]) => text.startsWith(start, at));
    let next: number;
    if (skipped !== undefined) {
      next = after(text, skipped[1], at + skipped[0].length);
    } else if (text.startsWith('</', at)) {
      next = after(text, '>', at);
      if (inside !== undefined) {
        inside.close = at;
        inside.end = next;
        inside = inside.parent;
      }
    } else {
      const element = startTag(text, at, inside);
      (inside?.children ?? roots).push(element);
      if (!element.empty) inside = element;
      next = element.open;
    }
    at = text.indexOf('<', next);
  }
  return roots;
}

function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found === -1 ? text.length : found + end.length;
}

function startTag(text: string, start: number, parent: Markup | undefined): Markup {
  const name = match(TAG_NAME, text, start + 1)?.[0] ?? '';
  const attributes: MarkupAttribute[] = [];
  let at = start + 1 + name.length;
  for (let found = match(ATTRIBUTE, text, at); found; found = match(ATTRIBUTE, text, at)) {
    const [whole, attribute = '', double, single] = found;
    const raw = double ?? single ?? '';
    at += whole.length;
    attributes.push({ name: attribute, raw, at: at - 1 - raw.length, end: at });
  }
  const end = match(TAG_END, text, at);
  const open = at + (end?.[0].length ?? 1);
  const namespace = attributes.find((attribute) => attribute.name === 'xmlns')?.raw;
  const foreign = namespace === undefined ? parent?.foreign === true : namespace !== '';
  const empty = end?.[1] === '/';
  return { name, foreign, start, open, close: open, end: open, empty, attributes, children: [], parent };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Every element of the text, outer before inner. */
export function everyElement(roots: readonly Markup[]): Markup[] {
  const found: Markup[] = [];
  const pending = [...roots].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next);
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i];
      if (child !== undefined) pending.push(child);
    }
  }
  return found;
}

/** The first child of a name that is libvirt's. */
export function childOf(element: Markup, name: string): Markup | undefined {
  return element.children.find((child) => child.name === name && !child.foreign);
}
