import type { Diagnostic, Report } from '../diagnostics/diagnostic';
import { elementTwice, valueInvalid, valueMissing, valueNeeded } from '../diagnostics/catalog';
import { meantOf } from '../diagnostics/meant';
import type { Place } from '../model/place';
import { ofAnyBase, toNumber } from './digits';
import { doubtOf, isPadded } from './doubt';
import { mark, markTree } from './mark';
import { all, first } from './path';
import { placeOf } from './place';
import { isElement, type Found, type XmlNode } from './tree';
import { reportUnread } from './unread';

/** What a number may be: 0 to 2^53 - 1 where nothing else is said. */
interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/** What a read shares over one document. */
interface Reading {
  readonly report: Report;
  /** What lists such as 0-9999 hold in all: each is short, and thousands of them are not. */
  numbers: number;
  /** Whether some values may be those of a template, not filled in. */
  readonly mayBeUnfilled: boolean;
  /** What is told of values that are odd, but may be meant, unless they are refused. */
  doubts: Map<Found, Diagnostic> | undefined;
  /** Elements of which a word was refused: what else is in them may hang on it. */
  refused: Set<XmlNode> | undefined;
}

/** A guest of 4,000 vCPUs that are pinned, scheduled and in cells has a tenth of it. */
const MOST_NUMBERS = 1 << 18;

/**
 * Typed reads by relative path. A read that finds nothing gives undefined; one that finds a value outside its
 * type reports it at its place and gives undefined too. Everything asked for is remembered, so that `reportUnread`
 * can name what nobody understood.
 */
export class XmlElement {
  private constructor(
    private readonly element: XmlNode,
    private readonly reading: Reading,
  ) {}

  static root(element: XmlNode, report: Report, mayBeUnfilled = false): XmlElement {
    element.read = true;
    return new XmlElement(element, {
      report,
      numbers: 0,
      mayBeUnfilled,
      doubts: undefined,
      refused: undefined,
    });
  }

  get name(): string {
    return this.element.localName;
  }

  get at(): Place {
    return placeOf(this.element);
  }

  get report(): Report {
    return this.reading.report;
  }

  /**
   * The text of an element (white space around it removed) or the value of an attribute. An empty one is as if it were not
   * there: of an attribute, which a template may have left so, the user is told with what nobody read.
   */
  text(path: string): string | undefined {
    const node = first(this.element, path);
    return node && this.literal(node, path);
  }

  /** This element's own text, in the same way. */
  ownText(): string | undefined {
    return this.literal(this.element, '.');
  }

  /** The same of what may be empty. */
  textOrEmpty(path: string): string | undefined {
    return this.text(path) ?? this.rawText(path);
  }

  /** The text exactly as written, for words of the user's own: they may be anything, also empty. */
  rawText(path: string): string | undefined {
    const node = this.find(path);
    return node && (isElement(node) ? textOf(node) : node.value);
  }

  /** This element's own text, white space around it removed, for words of the user's own. */
  get content(): string {
    return textOf(this.element).trim();
  }

  /** Whether the lists of the document, with one more that has so many numbers, are still of a size to work with. */
  takesNumbers(count: number): boolean {
    return (this.reading.numbers += count) <= MOST_NUMBERS;
  }

  required(path: string, help?: string): string {
    const value = this.text(path);
    if (value !== undefined) return value;
    const say = this.has(path) ? valueNeeded : valueMissing;
    this.report(say(this.at.of(path), describe(path, this.name), help));
    return '';
  }

  /** An element that may be missing, but not without this attribute. */
  whole(name: string, attribute: string): void {
    if (this.has(name)) this.required(`${name}/${attribute}`);
  }

  choice<T extends string>(path: string, values: readonly T[]): T | undefined {
    const value = this.value(path);
    if (value === undefined) return undefined;
    if ((values as readonly string[]).includes(value)) return value as T;
    this.refuse(path);
    this.report(
      valueInvalid(
        this.at.of(path),
        describe(path, this.name),
        value,
        `one of: ${values.join(', ')}`,
        meantOf(value, values),
      ),
    );
    return undefined;
  }

  /** `yes` or `no`. */
  yes(path: string): boolean | undefined {
    const value = this.choice(path, ['yes', 'no']);
    return value === undefined ? undefined : value === 'yes';
  }

  /** `on` or `off`. */
  on(path: string): boolean | undefined {
    const value = this.choice(path, ['on', 'off']);
    return value === undefined ? undefined : value === 'on';
  }

  /**
   * A whole decimal number between `min` (0) and `max` (2^53 - 1): what libvirt reads with base 10, as nearly all numbers
   * (src/util/virxml.c virXMLPropUInt).
   */
  integer(path: string, limits?: Limits): number | undefined {
    return this.number(path, /^[+-]?\d+$/, toNumber, limits);
  }

  /** The same as C reads it, what libvirt reads with base 0: decimal, hexadecimal after 0x, octal after 0. */
  anyBase(path: string, limits?: Limits): number | undefined {
    return this.number(path, /^[+-]?(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)$/, ofAnyBase, limits);
  }

  /** Whether the node is there; `<readonly/>` and its like. */
  has(path: string): boolean {
    return this.find(path) !== undefined;
  }

  /** The first element that the path leads to. */
  child(path: string): XmlElement | undefined {
    const node = this.find(path);
    return node !== undefined && isElement(node) ? new XmlElement(node, this.reading) : undefined;
  }

  /** The child of a name that is there once at most. */
  only(name: string): XmlElement | undefined {
    const [found, second] = this.children(name);
    if (second !== undefined) {
      second.skipAll();
      this.report(elementTwice(second.at, name, this.name));
    }
    return found;
  }

  /** Every element that the path leads to, `*` for all children, in document order. */
  children(path: string): XmlElement[] {
    const found: XmlElement[] = [];
    for (const node of all(this.element, path)) {
      mark(node);
      if (isElement(node)) found.push(new XmlElement(node, this.reading));
    }
    return found;
  }

  /** Takes a whole subtree as read: what has no place on a command line by nature, such as metadata. */
  skip(path: string): boolean {
    const nodes = all(this.element, path);
    for (const node of nodes) {
      mark(node);
      if (isElement(node)) markTree(node);
    }
    return nodes.length > 0;
  }

  /** Takes this element and all below it as read: what was refused as a whole needs no further word. */
  skipAll(): void {
    markTree(this.element);
  }

  invalid(path: string, value: string, expected: string): void {
    this.forget(path);
    this.report(valueInvalid(this.at.of(path), describe(path, this.name), value, expected));
  }

  /** Warns of values that are odd, and of every element and attribute below this one that was never asked for. */
  reportUnread(): void {
    if (this.reading.doubts) for (const [, doubt] of this.reading.doubts) this.report(doubt);
    reportUnread(this.element, this.reading.report, this.reading.refused);
  }

  private number(
    path: string,
    form: RegExp,
    read: (text: string) => number,
    { min = 0, max = Number.MAX_SAFE_INTEGER }: Limits = {},
  ): number | undefined {
    const text = this.value(path);
    if (text === undefined) return undefined;
    const value = form.test(text) ? read(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    this.invalid(
      path,
      text,
      `a whole number from ${min} to ${max === Number.MAX_SAFE_INTEGER ? '2^53 - 1' : max}`,
    );
    return undefined;
  }

  /** What is read as one of some words or as a number, which nothing is not. */
  private value(path: string): string | undefined {
    const node = this.find(path);
    return node && valueOf(node);
  }

  private literal(node: Found, path: string): string | undefined {
    const value = valueOf(node);
    if (value !== '' || isElement(node)) mark(node);
    if (this.reading.mayBeUnfilled || isPadded(value)) this.doubt(node, path, value);
    return value === '' ? undefined : value;
  }

  private doubt(node: Found, path: string, value: string): void {
    const doubt = doubtOf(node, describe(path, this.name), value);
    if (doubt !== undefined) (this.reading.doubts ??= new Map()).set(node, doubt);
  }

  private refuse(path: string): void {
    this.forget(path);
    const node = first(this.element, path);
    if (node !== undefined) (this.reading.refused ??= new Set()).add(isElement(node) ? node : node.owner);
  }

  /** A value that is refused is told once. */
  private forget(path: string): void {
    const node = first(this.element, path);
    if (node !== undefined) this.reading.doubts?.delete(node);
  }

  private find(path: string): Found | undefined {
    const node = first(this.element, path);
    if (node !== undefined) mark(node);
    return node;
  }
}

function valueOf(node: Found): string {
  return isElement(node) ? textOf(node).trim() : node.value;
}

function textOf(element: XmlNode): string {
  element.textRead = true;
  return element.textContent;
}

/** `driver/@cache` in `disk` -> "attribute 'cache' of <driver>"; `vcpu` -> "<vcpu>". */
function describe(path: string, self: string): string {
  const steps = path.split('/');
  const last = steps.at(-1) ?? path;
  if (!last.startsWith('@')) return last === '.' ? `<${self}>` : `<${last}>`;
  return `attribute '${last.slice(1)}' of <${steps.at(-2) ?? self}>`;
}
