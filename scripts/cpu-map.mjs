// Writes src/qemu/cpu-map/features.ts and models/ from the CPU map of libvirt: node scripts/cpu-map.mjs LIBVIRT/src/cpu_map
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { format, resolveConfig } from 'prettier';

const [folder] = process.argv.slice(2);
const target = join(import.meta.dirname, '../src/qemu/cpu-map');

const read = (name) =>
  new DOMParser().parseFromString(readFileSync(join(folder, name), 'utf8'), 'text/xml').documentElement;
const all = (element, name) => [...element.getElementsByTagName(name)];
const children = (element, name) => [...element.childNodes].filter((node) => node.nodeName === name);
const attribute = (element, name) => element.getAttribute(name) ?? '';

const x86 = all(read('index.xml'), 'arch').find((arch) => attribute(arch, 'name') === 'x86');
const files = all(x86, 'include').map((include) => attribute(include, 'filename'));

const bits = new Set();
const features = all(read('x86_features.xml'), 'feature').filter((feature) => {
  const bit = [...children(feature, 'cpuid'), ...children(feature, 'msr')].map(String).join();
  const known = bits.has(bit);
  bits.add(bit);
  return !known;
});
const order = features.map((feature) => attribute(feature, 'name'));
const aliases = features.flatMap((feature) =>
  children(feature, 'alias')
    .filter((alias) => attribute(alias, 'source') === 'qemu')
    .map((alias) => [attribute(alias, 'name'), attribute(feature, 'name')]),
);

const models = new Map();
for (const file of files.filter((name) => !/_(features|vendors)\.xml$/.test(name)))
  for (const model of children(read(file), 'model')) models.set(attribute(model, 'name'), modelOf(model));

function modelOf(element) {
  const [base] = children(element, 'model').map((parent) => models.get(attribute(parent, 'name')));
  const set = new Set(base?.features);
  for (const feature of children(element, 'feature'))
    // what was added to a model later is no part of it for libvirt, which writes it for each guest
    if (attribute(feature, 'removed') === 'yes' || attribute(feature, 'added') === 'yes')
      set.delete(attribute(feature, 'name'));
    else set.add(attribute(feature, 'name'));
  const vendor = children(element, 'vendor').map((vendor) => attribute(vendor, 'name'))[0];
  const signatures = children(element, 'signature').map((signature) =>
    ['family', 'model', 'stepping'].map((part) => attribute(signature, part)).join('/'),
  );
  return {
    guest: children(element, 'decode').every((decode) => attribute(decode, 'guest') === 'on'),
    vendor: vendor ?? base?.vendor,
    signatures: signatures.length > 0 ? signatures : (base?.signatures ?? []),
    features: order.filter((name) => set.has(name)),
  };
}

const VENDORS = {
  Intel: 'GenuineIntel',
  AMD: 'AuthenticAMD',
  Hygon: 'HygonGenuine',
  'Zhaoxin CentaurHauls': 'CentaurHauls',
};

/** Each model as what it has more and less than the one before it that is most like it. */
const rows = [];
for (const [name, { guest, vendor, signatures, features: own }] of models) {
  const bases = [{ name: undefined, own: [] }, ...rows].map((base) => ({
    like: base.name,
    add: own.filter((feature) => !base.own.includes(feature)),
    drop: base.own.filter((feature) => !own.includes(feature)),
  }));
  const [best] = bases.sort((a, b) => a.add.length + a.drop.length - b.add.length - b.drop.length);
  rows.push({ name, guest, vendor, signatures, own, ...best });
}

const words = (list) => (list.length === 0 ? undefined : list.join(' '));
const literal = rows.map(({ name, guest, vendor, signatures, like, add, drop }) => ({
  name,
  nearest: guest ? undefined : false,
  vendor: VENDORS[vendor],
  signatures: words(signatures.map((signature) => signature.replace(/\/$/, ''))),
  like,
  add: words(add),
  drop: words(drop),
}));

const SOURCE = '/** Written by scripts/cpu-map.mjs from the CPU map of libvirt 12.9 (src/cpu_map). */';
await write('features.ts', [
  `${SOURCE}\n\n/** libvirt's names of the features of x86 processors, in the order in which it lists them. */`,
  `export const FEATURES = ${JSON.stringify(order.join(' '))};`,
  `\n/** QEMU's names where they differ by more than \`_\` and \`-\` -> libvirt's. */`,
  `export const ALIASES: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(aliases))};`,
]);
/** A model is like an earlier one, so the files follow each other in the order of the map. */
const firstOf = (is) => literal.findIndex(is);
const starts = [
  ['intel', 'Models of no vendor, and of Intel before Haswell', 0],
  ['haswell', 'Models of Intel from Haswell on', firstOf(({ name }) => name.startsWith('Haswell'))],
  ['skylake', 'Models of Intel from Skylake on', firstOf(({ name }) => name.startsWith('Skylake'))],
  ['icelake', 'Models of Intel from Ice Lake on', firstOf(({ name }) => name.startsWith('Icelake'))],
  [
    'rapids',
    'Models of Intel from Sapphire Rapids on',
    firstOf(({ name }) => name.startsWith('SapphireRapids')),
  ],
  [
    'amd',
    'Models of AMD, Hygon and Zhaoxin, and those without a vendor that are like them',
    firstOf(({ vendor }) => vendor !== undefined && vendor !== 'GenuineIntel'),
  ],
];
for (const [at, [name, about, start]] of starts.entries()) {
  const list = literal.slice(start, starts[at + 1]?.[2]);
  await write(`models/${name}.ts`, [
    "import type { MapModel } from '../map-model';\n",
    `${SOURCE}\n\n/** ${about}, oldest first. */`,
    `export const ${name.toUpperCase()}_MODELS: readonly MapModel[] = ${JSON.stringify(list)};`,
  ]);
}

async function write(name, lines) {
  const path = join(target, name);
  const style = await resolveConfig(path);
  writeFileSync(path, await format(lines.join('\n'), { ...style, filepath: path }));
}
