// Guests with accidents: parts cut, added or with values that the same part has in another guest.
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { Schema } from './schema.mjs';

/** Random numbers below 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const parse = (xml) => new DOMParser({ onError: () => {} }).parseFromString(xml, 'text/xml');
const elementsOf = (document) => [...document.getElementsByTagName('*')];
const keyOf = (element) => `${element.parentNode?.nodeName ?? ''}/${element.nodeName}`;

function into(map, key, value) {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** Which attributes and children elements have, by their own name and their parent's. */
function vocabularyOf(documents) {
  const attributes = new Map();
  const children = new Map();
  for (const element of documents.flatMap(elementsOf)) {
    for (const attribute of element.attributes) into(attributes, keyOf(element), attribute);
    if (element.parentNode?.nodeType === 1) into(children, keyOf(element.parentNode), element);
  }
  return { attributes, children };
}

/** A guest without them is no guest. */
const KEPT = new Set(['domain', 'name', 'memory', 'os', 'type', 'devices', 'emulator']);

const ACCIDENTS = {
  cut(element) {
    element.parentNode.removeChild(element);
    return `without <${element.nodeName}>`;
  },
  cutAttribute(element, pick) {
    const attribute = pick([...element.attributes]);
    if (attribute === undefined) return undefined;
    element.removeAttribute(attribute.name);
    return `without ${attribute.name} of <${element.nodeName}>`;
  },
  setAttribute(element, pick, { attributes }) {
    const attribute = pick(attributes.get(keyOf(element)) ?? []);
    if (attribute === undefined) return undefined;
    element.setAttribute(attribute.name, attribute.value);
    return `${attribute.name}='${attribute.value}' of <${element.nodeName}>`;
  },
  add(element, pick, { children }) {
    const child = pick((children.get(keyOf(element)) ?? []).filter(({ nodeName }) => !KEPT.has(nodeName)));
    if (child === undefined) return undefined;
    element.appendChild(element.ownerDocument.importNode(child, true));
    return `<${child.nodeName}> in <${element.nodeName}>`;
  },
};

/** What no guest of ours has, and libvirt's schema allows. */
const OF_SCHEMA = {
  device(element, _pick, { schema }) {
    const [devices] = elementsOf(element.ownerDocument).filter(({ nodeName }) => nodeName === 'devices');
    return devices && OF_SCHEMA.child(devices, _pick, { schema });
  },
  child(element, _pick, { schema }) {
    const xml = schema.child(element);
    const child = xml && parse(xml).documentElement;
    // which of two elements counts is no question that guests ask
    const second =
      element.nodeName !== 'devices' &&
      [...element.childNodes].some(({ nodeName }) => nodeName === child?.nodeName);
    if (!child || second || KEPT.has(child.nodeName)) return undefined;
    element.appendChild(element.ownerDocument.importNode(child, true));
    return `${xml} in <${element.nodeName}>`;
  },
  attribute(element, _pick, { schema }) {
    const attribute = schema.attribute(element);
    if (attribute === undefined) return undefined;
    element.setAttribute(attribute.name, attribute.value);
    return `${attribute.name}='${attribute.value}' of <${element.nodeName}>`;
  },
};

function oneAccident(document, pick, vocabulary) {
  const kinds = Object.values(vocabulary.schema === undefined ? ACCIDENTS : OF_SCHEMA);
  // some guests have no element that an accident fits
  for (let tries = 0; tries < 200; tries++) {
    const element = pick(elementsOf(document).filter(({ nodeName }) => !KEPT.has(nodeName)));
    if (element === undefined) return 'nothing';
    const done = pick(kinds)(element, pick, vocabulary);
    if (done !== undefined) return done;
  }
  return 'nothing';
}

/**
 * `count` guests, each one of `guests` ({ name, xml }) with one to three accidents; `what` says which. With the folder of
 * libvirt's schema they are parts that it allows.
 */
export function mutants(guests, count, seed, schemaFolder) {
  const random = randomOf(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const schema = schemaFolder && new Schema(schemaFolder, random);
  const vocabulary = { ...vocabularyOf(guests.map(({ xml }) => parse(xml))), schema };
  return Array.from({ length: count }, () => {
    const { name, xml } = pick(guests);
    const document = parse(xml);
    const what = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      oneAccident(document, pick, vocabulary),
    );
    return { name, what: what.join(', '), xml: new XMLSerializer().serializeToString(document) };
  });
}
