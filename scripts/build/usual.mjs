// The bundle of a conversion in two files, as guests need it.
import { build, transform } from 'esbuild';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { split } from './split.mjs';

/** `dist/convert.js` has what the conversion of one of these guests comes to, `dist/seldom.js` what none does. */
export async function buildAsUsual(options, guests) {
  const outfile = resolve('dist/whole.js');
  await build({ ...options, minify: false, outfile });
  const executed = await executedIn(outfile, guests);
  const { usual, seldom } = split(readFileSync(outfile, 'latin1'), (end) => !executed.has(end));
  rmSync(outfile);
  await write('convert', usual);
  await write('seldom', seldom, '__shared');
}

async function executedIn(bundle, guests) {
  const child = fork(new URL('executed.mjs', import.meta.url), [bundle, ...guests], { silent: true });
  const [ends] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([status]) =>
      Promise.reject(new Error(`the guests of the build: status ${status}`)),
    ),
  ]);
  return new Set(ends);
}

/** As node:module wraps a CommonJS file: V8 would copy the whole text to add it at each start. */
async function write(name, text, ...more) {
  const given = ['exports', 'require', 'module', '__filename', '__dirname', ...more].join(', ');
  const wrapped = { banner: `(function (${given}) {`, footer: '})' };
  const { code } = await transform(text, { minify: true, target: 'node20', format: 'cjs', ...wrapped });
  writeFileSync(`dist/${name}.js`, code);
}
