// Tells how many of the guests run each function of a bundle that they are converted with, by where it ends: bundle, and
// a JSON list of command lines for each guest.
import inspector from 'node:inspector';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

const [bundle, guests] = process.argv.slice(2);

const session = new inspector.Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
const HEAD = '(function (exports, require, module, __filename, __dirname) {';
const script = new Script(`${HEAD}${readFileSync(bundle, 'latin1')}\n})`, { filename: bundle });
const counts = new Map();
for (const commands of JSON.parse(guests)) {
  // A bundle of its own for each, which has made nothing for the guest before.
  const { run } = loaded();
  for (const args of commands) {
    const status = await run(args);
    if (status > 1) throw new Error(`${args.join(' ')} ends with status ${status}`);
  }
  for (const end of endsOfExecuted()) counts.set(end, (counts.get(end) ?? 0) + 1);
}
process.send([...counts]);

function loaded() {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  return module.exports;
}

/** Since it was asked last. */
function endsOfExecuted() {
  let ends = [];
  session.post('Profiler.takePreciseCoverage', (_problem, { result }) => {
    const functions = result.filter(({ url }) => url.endsWith(bundle)).flatMap(({ functions }) => functions);
    ends = functions.map(({ ranges: [{ count, endOffset }] }) => count > 0 && endOffset - HEAD.length);
  });
  return ends.filter((end) => end > 0);
}
