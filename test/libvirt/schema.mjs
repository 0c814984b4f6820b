// What libvirt's schema (RELAX NG) allows at a place of a guest: attributes, children and values, made at random.
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const childrenOf = (node) => [...node.childNodes].filter(({ nodeType }) => nodeType === 1);

/** The patterns of a schema by name, those of the files that it includes too. */
function definesOf(file, folder, defines = new Map()) {
  const grammar = new DOMParser().parseFromString(readFileSync(join(folder, file), 'utf8'), 'text/xml');
  for (const node of childrenOf(grammar.documentElement)) {
    if (node.localName === 'include') definesOf(node.getAttribute('href'), folder, defines);
    const name = node.localName === 'start' ? 'start' : node.getAttribute('name');
    if (name !== null && node.localName !== 'include')
      defines.set(name, [...(defines.get(name) ?? []), ...childrenOf(node)]);
  }
  return defines;
}

const NUMBERS = ['0', '1', '2', '3', '7', '8', '16', '64', '255', '1024', '4096', '65535'];
/** Addresses are said best by who knows the buses; the others bear on no argument. */
const PASSED_OVER = new Set(['address', 'alias', 'acpi', 'privateData']);
/** A pattern that asks for more of itself is cut here. */
const DEEPEST = 12;

export class Schema {
  #defines;
  #random;

  constructor(folder, random) {
    this.#defines = definesOf('domain.rng', folder);
    this.#random = random;
  }

  /** The name and a value of an attribute that may stand there; undefined where there is none. */
  attribute(element) {
    const attribute = this.#pick(this.#allowed(element).filter(({ localName }) => localName === 'attribute'));
    const name = attribute?.getAttribute('name');
    return name ? { name, value: this.#text(attribute) } : undefined;
  }

  /** The XML of an element that may stand there. */
  child(element) {
    const child = this.#pick(this.#allowed(element).filter(({ localName }) => localName === 'element'));
    return child?.getAttribute('name') ? this.#element(child, 0) : undefined;
  }

  #pick(list) {
    return list[Math.floor(this.#random() * list.length)];
  }

  #allowed(element) {
    return this.#at(element).flatMap((pattern) => childrenOf(pattern).flatMap((node) => this.#flat(node, 0)));
  }

  /** The patterns of an element by the names on the way to it. */
  #at(element) {
    const parent = element.parentNode;
    const above =
      parent.nodeType === 1
        ? this.#allowed(parent)
        : this.#defines.get('start').flatMap((node) => this.#flat(node, 0));
    return above.filter(
      (node) => node.localName === 'element' && node.getAttribute('name') === element.nodeName,
    );
  }

  /** The attributes and elements of a pattern, whatever else they depend on. */
  #flat(node, depth) {
    if (node.localName === 'attribute' || node.localName === 'element') return [node];
    if (depth > DEEPEST) return [];
    const within = node.localName === 'ref' ? this.#defines.get(node.getAttribute('name')) : childrenOf(node);
    return (within ?? []).flatMap((one) => this.#flat(one, depth + 1));
  }

  #element(pattern, depth) {
    const made = { attributes: new Map(), content: '' };
    for (const node of childrenOf(pattern)) this.#fill(node, made, depth + 1);
    const name = pattern.getAttribute('name');
    const attributes = [...made.attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
    return `<${name}${attributes}>${made.content}</${name}>`;
  }

  #fill(node, made, depth) {
    if (depth > DEEPEST) return;
    const all = (nodes) => nodes.forEach((one) => this.#fill(one, made, depth + 1));
    const kind = node.localName;
    const name = node.getAttribute('name');
    if (kind === 'element' && PASSED_OVER.has(name)) return;
    if (kind === 'element' && name) made.content += this.#element(node, depth);
    else if (kind === 'attribute' && name) made.attributes.set(name, this.#text(node));
    else if (kind === 'ref') all(this.#defines.get(name) ?? []);
    else if (kind === 'optional' || kind === 'zeroOrMore') {
      if (this.#random() < 0.4) all(childrenOf(node));
    } else if (kind === 'choice') all([this.#pick(childrenOf(node))]);
    else if (['group', 'interleave', 'oneOrMore'].includes(kind)) all(childrenOf(node));
    else if (kind !== 'empty') made.content += escaped(this.#value(node));
  }

  /** What an attribute, or an element without children, may hold. */
  #text(pattern) {
    const choices = childrenOf(pattern).flatMap((node) => this.#values(node, 0));
    return choices.length === 0 ? 'any' : this.#value(this.#pick(choices));
  }

  #values(node, depth) {
    if (node.localName === 'value' || node.localName === 'data' || node.localName === 'text') return [node];
    if (depth > DEEPEST) return [];
    const within = node.localName === 'ref' ? this.#defines.get(node.getAttribute('name')) : childrenOf(node);
    return (within ?? []).flatMap((one) => this.#values(one, depth + 1));
  }

  #value(node) {
    if (node.localName === 'value') return node.textContent;
    if (node.localName === 'text') return 'any';
    const pattern = childrenOf(node).find((one) => one.getAttribute('name') === 'pattern')?.textContent;
    if (pattern === undefined) return node.getAttribute('type') === 'string' ? 'any' : this.#pick(NUMBERS);
    return pattern.startsWith('/') ? `/srv/${this.#pick(NUMBERS)}` : this.#matching(pattern);
  }

  #matching(pattern) {
    const seed = Math.floor(this.#random() * 2 ** 31);
    try {
      const [text] = fc.sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`), { size: '-1' }), {
        seed,
        numRuns: 1,
      });
      return /^[\x20-\x7e]*$/.test(text) ? text : 'any';
    } catch {
      // XML Schema's expressions have words that JavaScript's have not.
      return 'any';
    }
  }
}

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('>', '&gt;');
