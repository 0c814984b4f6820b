// What few conversions come to is a bundle of its own, which the first call of one of its functions loads: start-up pays
// for each function of a bundle, called or not.
import { build, transform } from 'esbuild';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';

const require = createRequire(import.meta.url);

/** The file that a relative import leads to, from the project's folder; undefined outside of src. */
export function sourceOf(resolveDir, path) {
  const file = relative('.', join(resolveDir, path));
  const source = [`${file}.ts`, `${file}/index.ts`].find((one) => existsSync(one));
  return source?.startsWith('src') === true ? source : undefined;
}

/**
 * The modules of a bundle that none of these guests calls, by file: what each exports, and what it imports of others. Only
 * modules of functions can be called later; others are among them where nobody but those imports them.
 */
export async function seldomCalled(options, guests) {
  const outfile = resolve('dist/whole.js');
  const { metafile } = await build({ ...options, minify: false, outfile, metafile: true });
  const inputs = new Map(
    Object.entries(metafile.inputs)
      .filter(([file]) => file.startsWith('src'))
      .map(([file, { imports }]) => [file, imports.filter(({ kind }) => kind === 'import-statement')]),
  );
  const executed = await executedIn(outfile, guests);
  rmSync(outfile);
  const idle = [...inputs.keys()].filter((file) => !executed.has(file) && !isBarrel(file));
  const exported = await exportsOf(idle, options);
  const ofFunctions = (file) => Object.values(exported.get(file)).every(isPlainFunction);
  const seldom = new Set(
    idle.filter((file) => Object.keys(exported.get(file)).length > 0 && ofFunctions(file)),
  );
  const importers = (file) =>
    [...inputs].filter(([, imports]) => imports.some(({ path }) => path === file)).map(([name]) => name);
  for (let before = -1; before !== seldom.size;) {
    before = seldom.size;
    for (const file of idle)
      if (importers(file).length > 0 && importers(file).every((one) => seldom.has(one))) seldom.add(file);
  }
  return new Map(
    await Promise.all(
      [...seldom].map(async (file) => [
        file,
        { names: Object.keys(exported.get(file)), uses: await usesOf(file) },
      ]),
    ),
  );
}

async function executedIn(bundle, guests) {
  const child = fork(new URL('executed.mjs', import.meta.url), [bundle, ...guests], { silent: true });
  const [modules] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([status]) =>
      Promise.reject(new Error(`the guests of the build: status ${status}`)),
    ),
  ]);
  return new Set(modules);
}

/** What modules export, as values. */
async function exportsOf(files, options) {
  const contents = files.map((file, number) => `export * as m${number} from './${file}';`).join('\n');
  const { outputFiles } = await build({
    ...options,
    entryPoints: undefined,
    stdin: { contents, resolveDir: '.' },
    banner: {},
    footer: {},
    minify: false,
    write: false,
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
  return new Map(files.map((file, number) => [file, module.exports[`m${number}`]]));
}

/** A module that exports what others have is their name, and no code. */
const isBarrel = (file) => /^export (\*|\{[^}]*\}) from/m.test(readFileSync(file, 'utf8'));

const isPlainFunction = (value) => typeof value === 'function' && !/^class\b/.test(value.toString());

/** The names that a module imports of other modules here, by file. */
async function usesOf(file) {
  const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm' });
  const uses = new Map();
  for (const [, names, path] of code.matchAll(/^import \{([^}]*)\} from "(\.[^"]*)";/gm)) {
    const list = names.split(',').map((name) => name.trim().replace(/ as .*/, ''));
    uses.set(
      sourceOf(join(file, '..'), path),
      list.filter((name) => name !== ''),
    );
  }
  return uses;
}

/** In the usual bundle: each of those functions loads the other bundle, and hands on what it was given. */
export function callLater(seldom) {
  const files = [...seldom.keys()];
  return {
    name: 'call-later',
    setup(b) {
      b.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const number = files.indexOf(relative('.', path));
        if (number < 0) return undefined;
        const later = seldom
          .get(files[number])
          .names.map(
            (name) => `export function ${name}(...given) { return seldom().m${number}.${name}(...given); }`,
          );
        return { contents: `import { seldom } from 'seldom:';\n${later.join('\n')}`, loader: 'js' };
      });
      b.onResolve({ filter: /^seldom:$/ }, ({ path }) => ({ path, namespace: 'seldom' }));
      b.onResolve({ filter: /^\.\/launch\.js$/ }, ({ path }) => ({ path, external: true }));
      b.onLoad({ filter: /.*/, namespace: 'seldom' }, () => ({
        contents: loader(seldom),
        resolveDir: '.',
        loader: 'js',
      }));
    },
  };
}

/** The other bundle works with this one's modules, and has no second copy of any. */
function loader(seldom) {
  const shared = sharedBy(seldom);
  const imports = [];
  const given = [];
  for (const [number, [file, names]] of [...shared].entries()) {
    imports.push(
      `import { ${[...names].map((name) => `${name} as ${name}_${number}`).join(', ')} } from './${file}';`,
    );
    given.push(
      `${JSON.stringify(file)}: { ${[...names].map((name) => `${name}: ${name}_${number}`).join(', ')} }`,
    );
  }
  return `${imports.join('\n')}
let loaded;
export const seldom = () => (loaded ??= require('./launch.js').loadSeldom({ ${given.join(',\n')} }));`;
}

function sharedBy(seldom) {
  const shared = new Map();
  for (const { uses } of seldom.values())
    for (const [file, names] of uses)
      if (!seldom.has(file)) shared.set(file, new Set([...(shared.get(file) ?? []), ...names]));
  return shared;
}

/** The options that make the other bundle, a function of what the usual bundle shares: all that this one may call. */
export function seldomBundle(seldom, usual) {
  const shared = sharedBy(seldom);
  const called = new Map(
    [...seldom.keys()].map((file, number) => [`m${number}`, { file, names: new Set() }]),
  );
  for (const [, module, name] of usual.matchAll(/\.(m\d+)\.([\w$]+)\(\.\.\./g))
    called.get(module).names.add(name);
  const contents = [...called].flatMap(([module, { file, names }]) => [
    ...[...names].map((name) => `import { ${name} as ${module}_${name} } from './${file}';`),
    `export const ${module} = { ${[...names].map((name) => `${name}: ${module}_${name}`).join(', ')} };`,
  ]);
  return {
    entryPoints: undefined,
    stdin: { contents: contents.join('\n'), resolveDir: '.' },
    plugin: {
      name: 'shared',
      setup(b) {
        b.onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
          const file = kind === 'import-statement' ? sourceOf(resolveDir, path) : undefined;
          return file === undefined || seldom.has(file) ? undefined : { path: file, namespace: 'shared' };
        });
        b.onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({
          contents: [...(shared.get(path) ?? [])]
            .map((name) => `export const ${name} = shared[${JSON.stringify(path)}].${name};`)
            .join('\n'),
          loader: 'js',
        }));
      },
    },
  };
}
