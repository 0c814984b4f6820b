// Builds dist/: the command line as one file, since start-up is most of a conversion, and the library.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join, relative } from 'node:path';
import { arraysByIndex } from './scripts/build/arrays.mjs';
import { noteBuilt } from './scripts/build/kept.mjs';
import { tables } from './scripts/build/tables.mjs';
import { BANNER, buildAsUsual, FOOTER } from './scripts/build/usual.mjs';

rmSync('dist', { recursive: true, force: true });

/** What was stored of a QEMU is for those alone who would ask it the same (src/qemu/probe/cache.ts). */
const PROBER = createHash('sha256');
for (const file of readdirSync('src/qemu/probe').sort())
  PROBER.update(await readFile(`src/qemu/probe/${file}`));

const common = {
  define: { PROBER: JSON.stringify(PROBER.digest('hex').slice(0, 16)) },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
  supported: { 'dynamic-import': false },
};

/** xmldom loads a table of 2,000 HTML entities that XML never needs; it costs half of its start-up time. */
const withoutHtmlEntities = {
  name: 'without-html-entities',
  setup(b) {
    b.onLoad({ filter: /@xmldom[\\/]xmldom[\\/]lib[\\/]entities\.js$/ }, () => ({
      contents: `exports.XML_ENTITIES = Object.freeze({ amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' });
exports.HTML_ENTITIES = exports.XML_ENTITIES; exports.entityMap = exports.XML_ENTITIES;`,
      loader: 'js',
    }));
  },
};

/** xmldom builds the grammar of an end tag, and of a comment, anew for each: one will do for all. */
const grammarOnce = {
  name: 'grammar-once',
  setup(b) {
    b.onLoad({ filter: /@xmldom[\\/]xmldom[\\/]lib[\\/]sax\.js$/ }, async ({ path }) => {
      const grammar = "g.reg('^', g.QName_group, g.S_OPT, '$')";
      const source = await readFile(path, 'utf8');
      const match = "var expr = g.reg('^', args);";
      if (!source.includes(`var endTagNameStrict = ${grammar};`) || !source.includes(match))
        throw new Error(`${path} has changed: its grammars are not where they were`);
      const contents = `${source
        .replace(`var endTagNameStrict = ${grammar};`, '')
        .replace(match, 'var expr = startingWith(args);')}
var endTagNameStrict = ${grammar};
var startingWithKnown = new Map();
function startingWith(args) {
  var known = startingWithKnown.get(args);
  if (!known) startingWithKnown.set(args, (known = g.reg('^', args)));
  return known;
}
`;
      return { contents, loader: 'js' };
    });
  },
};

/** commander loads child_process (5 ms) for subcommands that are programs of their own; there are none here. */
const lazyChildProcess = {
  name: 'lazy-child-process',
  setup(b) {
    b.onLoad({ filter: /commander[\\/]lib[\\/]command\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        "const childProcess = require('node:child_process');",
        "const childProcess = { get spawn() { return require('node:child_process').spawn; } };",
      ),
      loader: 'js',
    }));
  },
};

/**
 * What a conversion does not come to is left out: the work of other commands (see isConversion), and parts and packages
 * that it rarely loads, which stand beside it. So nothing within is loaded later than the rest, and esbuild needs none
 * of the wrappers that make that possible, one for each module.
 */
const conversionAlone = {
  name: 'conversion-alone',
  setup(b) {
    b.onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
      const later = kind === 'dynamic-import' || kind === 'require-call';
      const file = later ? sourceOf(resolveDir, path) : undefined;
      if (file === undefined) return undefined;
      if (file === 'src/cli/loader/index.ts') return { path: './loader.js', external: true };
      const part = PARTS.find((known) => known === file);
      return { path: part === undefined ? path : `./parts/${partName(part)}.js`, external: true };
    });
    b.onResolve({ filter: new RegExp(`^(${RARE.join('|')})$`) }, ({ path, importer }) =>
      importer === '' ? undefined : { path: `./packages/${path.replace(/.*\//, '')}.js`, external: true },
    );
  },
};

/** The file that a relative import leads to, from the project's folder; undefined outside of src. */
function sourceOf(resolveDir, path) {
  const file = relative('.', join(resolveDir, path));
  const source = [`${file}.ts`, `${file}/index.ts`].find((one) => existsSync(one));
  return source?.startsWith('src') === true ? source : undefined;
}

/**
 * What some conversions load: `--qemu` or an emulator that is here, `--host FILE`, an element that nobody knows, and a Node
 * that has no cache. All of it works on plain data, so that a second copy of what it imports does no harm.
 */
const PARTS = [
  'src/qemu/probe/index.ts',
  'src/host/snapshot/index.ts',
  'src/parser/unread-hint.ts',
  'src/cli/loader/kept-code.ts',
];

const partName = (file) => file.replace(/^src\/|(\/index)?\.ts$/g, '').replaceAll('/', '-');

/** Packages that most conversions do not load. */
const RARE = ['@xmldom/xmldom', 'xpath', 'chalk'];

const cli = { ...common, entryPoints: ['src/cli/index.ts'], minify: true };

/** The browser's side of a report is bundled on its own, and is a text in the bundle of the command line. */
const page = {
  name: 'page',
  setup(b) {
    b.onResolve({ filter: /^page:(script|style)$/ }, ({ path }) => ({ path, namespace: 'page' }));
    b.onLoad({ filter: /.*/, namespace: 'page' }, async ({ path }) => {
      const file = path === 'page:script' ? 'src/report/page/index.ts' : 'src/report/page/style.css';
      const { outputFiles } = await build({
        entryPoints: [file],
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        target: 'es2022',
      });
      return { contents: outputFiles[0].text, loader: 'text' };
    });
  },
};

/** Guests as people have them, on the host that is here, with those that they are for, and for a QEMU by its number. */
const GUESTS = ['examples', 'test/cases/guests'].flatMap((folder) =>
  readdirSync(folder)
    .map((name) => ({
      guest: `${folder}/${name}/guest.xml`,
      own: `${folder}/${name}/host.json`,
      all: `${folder}/host.json`,
    }))
    .filter(({ guest }) => existsSync(guest))
    .map(({ guest, own, all }) => {
      const host = [own, all].find((file) => existsSync(file)) ?? 'none';
      return [[guest], ['--host', host, guest], ['--qemu-version', '10.0', guest]];
    }),
);

const patches = [withoutHtmlEntities, grammarOnce, lazyChildProcess, tables(common), page];
await build({
  ...cli,
  outfile: 'dist/cli.js',
  plugins: patches,
  banner: { js: BANNER },
  footer: { js: FOOTER },
});
for (const part of PARTS)
  await build({ ...cli, entryPoints: [part], outfile: `dist/parts/${partName(part)}.js`, plugins: patches });
await build({
  ...common,
  entryPoints: RARE,
  outdir: 'dist/packages',
  entryNames: '[name]',
  minify: true,
  plugins: patches,
});
const conversion = {
  ...cli,
  entryPoints: ['src/cli/conversion.ts'],
  plugins: [conversionAlone, ...patches, arraysByIndex],
};
await buildAsUsual(conversion, GUESTS);
await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  packages: 'external',
});

/** A cache that a user keeps is for one build alone: V8 itself compares the lengths of texts and no more. */
const BUILD = createHash('sha256');
for (const bundle of ['convert', 'seldom', 'cli']) BUILD.update(await readFile(`dist/${bundle}.js`));
await build({
  ...common,
  entryPoints: ['src/cli/loader/index.ts'],
  outfile: 'dist/loader.js',
  minifyWhitespace: true,
  define: { ...common.define, BUILD: JSON.stringify(BUILD.digest('hex').slice(0, 16)) },
  plugins: [
    {
      name: 'kept-code',
      setup(b) {
        b.onResolve({ filter: /kept-code$/ }, () => ({
          path: `./parts/${partName('src/cli/loader/kept-code.ts')}.js`,
          external: true,
        }));
      },
    },
  ],
});

// The functions that runs compile go into V8's code cache; without it the same happens at every start. What these two
// come to is what most do: each third one gains less than all others lose by it.
const usual = ['scsi-lun', 'cloud-image'].map((name) => [
  '--qemu-version',
  '10.0',
  `examples/${name}/guest.xml`,
]);
for (const bundle of ['convert', 'cli'])
  execFileSync(
    process.execPath,
    ['-e', `require('./dist/loader.js').writeCache('${bundle}', ${JSON.stringify(usual)})`],
    // What a user kept of this build is not for all.
    { stdio: 'ignore', env: { ...process.env, XDG_CACHE_HOME: devNull } },
  );
noteBuilt();
