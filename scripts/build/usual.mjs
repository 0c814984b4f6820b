// The bundle of a conversion in two files, as guests need it.
import { build, transform } from 'esbuild';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { withDictionaries } from './dictionaries.mjs';
import { GIVEN } from './groups.mjs';
import { withLateTables } from './late.mjs';
import { split } from './split.mjs';

/**
 * By how many of the guests a function has to be run to be there at every start. It costs each start some 2 microseconds
 * then, and otherwise 60 to the start that needs it: the time over all guests is about the same from 2 to 4.
 */
const COMMON = 3;

/** A table that fewer guests than one in this many ask for is made when it is asked for. */
const ASKED = 7;

/** `dist/convert.js` has what the conversions of some of these guests come to, `dist/seldom.js` the rest. */
export async function buildAsUsual(options, guests) {
  const outfile = resolve('dist/whole.js');
  await build({ ...options, minify: false, outfile });
  const whole = withDictionaries(readFileSync(outfile, 'latin1'));
  const runsOf = (text) => {
    writeFileSync(outfile, text, 'latin1');
    return executedIn(outfile, guests);
  };
  const text = await withTablesAsAsked(whole, runsOf, guests.length / ASKED);
  const executed = await runsOf(text);
  const { usual, seldom } = split(text, (end) => (executed.get(end) ?? 0) < COMMON);
  rmSync(outfile);
  const groups = await Promise.all(seldom.map((body) => minified(body, GIVEN)));
  const starts = groups.reduce((before, group) => [...before, before.at(-1) + group.length], [0]);
  writeFileSync('dist/seldom.js', groups.join(''));
  writeFileSync('dist/convert.js', await minified(usual(starts), COMMONJS));
}

/** Tables that many guests ask for are made at the start, which costs less than a function that makes them. */
async function withTablesAsAsked(whole, runsOf, least) {
  const { text, ends } = withLateTables(whole, () => true);
  const runs = await runsOf(text);
  return withLateTables(whole, (name) => (runs.get(ends.get(name)) ?? 0) < least).text;
}

/** By how many guests each function is run: a half of them by each of two processes, since that is what most of a build waits for. */
async function executedIn(bundle, guests) {
  const halves = [0, 1].map((half) => guests.filter((_, i) => i % 2 === half));
  const counts = await Promise.all(halves.map((half) => executedBy(bundle, half)));
  const sum = new Map();
  for (const [end, count] of counts.flat()) sum.set(end, (sum.get(end) ?? 0) + count);
  return sum;
}

async function executedBy(bundle, guests) {
  const child = fork(new URL('executed.mjs', import.meta.url), [bundle, JSON.stringify(guests)], {
    // A pipe that nobody reads from would fill.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const [counts] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([status]) =>
      Promise.reject(new Error(`the guests of the build: status ${status}`)),
    ),
  ]);
  return counts;
}

async function minified(body, parameters) {
  const wrapped = wrappedIn(parameters);
  const { code } = await transform(body, { minify: true, target: 'node20', format: 'cjs', ...wrapped });
  return code;
}

const wrappedIn = (parameters) => ({ banner: `(function (${parameters.join(', ')}) {`, footer: '})' });

const COMMONJS = ['exports', 'require', 'module', '__filename', '__dirname'];

/** How node:module wraps a CommonJS file: V8 would copy the whole text to add it at each start. */
export const { banner: BANNER, footer: FOOTER } = wrappedIn(COMMONJS);
