import type { Edits } from './markup/edits';
import { attributesText, below, escaped, indentOf, lineEndOf, written, type Layout } from './markup/layout';
import type { Markup, MarkupAttribute } from './markup/scan';
import { rankOf } from './order';
import type { Part } from './part';

/** Adds to an element of the file what is missing of the part, and replaces what was decided otherwise. */
export function merge(part: Part, element: Markup, edits: Edits, layout: Layout): void {
  removeParts(part, element, edits);
  mergeAttributes(part, element, edits, layout);
  const missing: Part[] = [];
  for (const child of part.children) {
    const known = counterpart(child, part, element);
    if (known === undefined) missing.push(child);
    else if (isOtherAddress(child, known))
      edits.replace(known.start, known.end, written(child, indentOf(edits.text, known), layout));
    else merge(child, known, edits, layout);
  }
  if (part.text !== undefined && isBlank(element, edits.text)) fillText(part.text, element, edits);
  else if (missing.length > 0) addChildren(missing, element, edits, layout);
}

/** The child of the file that a child of the part is. */
function counterpart(child: Part, { children }: Part, element: Markup): Markup | undefined {
  const { name, key } = child;
  const found = element.children.filter((other) => other.name === name && !other.foreign);
  if (key === undefined) return found[children.filter((other) => other.name === name).indexOf(child)];
  return found.find((other) => attributeOf(other, key)?.raw === String(child.attributes[key]));
}

function removeParts(
  { without = [] }: Part,
  { name, start, attributes, children }: Markup,
  edits: Edits,
): void {
  const ends = [start + 1 + name.length, ...attributes.map(({ end }) => end)];
  attributes.forEach((attribute, index) => {
    if (without.includes(attribute.name)) edits.replace(ends[index] ?? attribute.end, attribute.end, '');
  });
  for (const child of children)
    if (without.includes(child.name))
      edits.replace(child.start - blankBefore(edits.text, child.start), child.end, '');
}

function blankBefore(text: string, offset: number): number {
  return /\s*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
}

/** An address of another kind shares no attribute with the one that was decided. */
function isOtherAddress({ name, attributes }: Part, element: Markup): boolean {
  return name === 'address' && attributeOf(element, 'type')?.raw !== attributes['type'];
}

function mergeAttributes({ attributes, decided = [] }: Part, element: Markup, edits: Edits, layout: Layout) {
  const missing: Record<string, Part['attributes'][string]> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const known = attributeOf(element, name);
    if (known === undefined) missing[name] = value;
    else if (decided.includes(name) && !isSame(known.raw, String(value)))
      edits.replace(known.at, known.at + known.raw.length, escaped(String(value)));
  }
  const text = attributesText(missing, layout);
  if (text !== '') edits.insert(attributesEnd(element), text);
}

function attributeOf({ attributes }: Markup, name: string): MarkupAttribute | undefined {
  return attributes.find((attribute) => attribute.name === name);
}

/** Numbers are the same however they are written. */
function isSame(written: string, wanted: string): boolean {
  return written === wanted || Number(written) === Number(wanted);
}

function isBlank({ open, close, children }: Markup, text: string): boolean {
  return children.length === 0 && text.slice(open, close).trim() === '';
}

function fillText(value: string, element: Markup, edits: Edits): void {
  if (element.empty) openUp(element, escaped(value), edits);
  else edits.replace(element.open, element.close, escaped(value));
}

/** `<name/>` becomes `<name>...</name>`. */
function openUp(element: Markup, content: string, edits: Edits): void {
  edits.replace(attributesEnd(element), element.open, `>${content}</${element.name}>`);
}

/** Where another attribute goes. */
function attributesEnd({ attributes, start, name }: Markup): number {
  return attributes.at(-1)?.end ?? start + 1 + name.length;
}

function addChildren(parts: readonly Part[], element: Markup, edits: Edits, layout: Layout): void {
  const { text } = edits;
  if (element.children.length === 0 && (element.empty || isBlank(element, text))) {
    const content = below(parts, indentOf(text, element), layout);
    if (element.empty) openUp(element, content, edits);
    else edits.replace(element.open, element.close, content);
    return;
  }
  for (const child of parts) insertAfter(placeFor(child.name, element), child, element, edits, layout);
}

/** The child behind which a new one goes: the last of those that come before it. Undefined: it is the first. */
export function placeFor(name: string, parent: Markup): Markup | undefined {
  // behind what this table does not know, too
  if (name === 'address') return parent.children.at(-1);
  const rank = rankOf(parent.name, name) ?? Number.POSITIVE_INFINITY;
  const ranked = parent.children.map((child) => [child, rankOf(parent.name, child.name)] as const);
  const before = ranked.filter(([, other]) => other !== undefined && other <= rank).at(-1)?.[0];
  if (before !== undefined) return before;
  return ranked.some(([, other]) => other !== undefined) ? undefined : parent.children.at(-1);
}

/** Behind the comments of an element that holds nothing else. */
function contentEnd({ open, close }: Markup, text: string): number {
  return open + text.slice(open, close).trimEnd().length;
}

/** Writes a new element behind a sibling, or as the first in its parent, on a line of its own where they have that. */
export function insertAfter(
  sibling: Markup | undefined,
  child: Part,
  parent: Markup,
  edits: Edits,
  layout: Layout,
): void {
  const { text } = edits;
  const neighbour = sibling ?? parent.children[0];
  const outer = indentOf(text, parent);
  const indent =
    neighbour === undefined
      ? outer === undefined
        ? undefined
        : outer + layout.step
      : indentOf(text, neighbour);
  const at = sibling?.end ?? (neighbour === undefined ? contentEnd(parent, text) : parent.open);
  if (indent === undefined) edits.insert(at, written(child, undefined, layout));
  else edits.insert(lineEndOf(text, at), layout.newline + indent + written(child, indent, layout));
}
