// Builds dist/: the command line as one file, since start-up is most of a conversion, and the library.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

rmSync('dist', { recursive: true, force: true });

const common = {
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

await build({
  ...common,
  entryPoints: ['src/cli/index.ts'],
  outfile: 'dist/cli.js',
  minify: true,
  plugins: [withoutHtmlEntities, grammarOnce, lazyChildProcess],
});
await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  packages: 'external',
});
await build({ ...common, entryPoints: ['src/launch.ts'], outfile: 'dist/launch.js', minifyWhitespace: true });

// The functions that a run compiles go into V8's code cache; without it the same happens at every start.
execFileSync(
  process.execPath,
  [
    '-e',
    "require('./dist/launch.js').writeCache(['--host', 'none', '--qemu-version', '10.0', 'examples/scsi-lun/guest.xml'])",
  ],
  { stdio: 'ignore' },
);
