// Prints the modules of a bundle of which a conversion of each of these guests runs a function: bundle guest...
import { readFileSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire } from 'node:module';

const [bundle, ...guests] = process.argv.slice(2);
const text = readFileSync(bundle, 'utf8');
/** esbuild begins each module with its path as a comment. */
const starts = [...text.matchAll(/^\/\/ (src\/\S+\.ts)$/gm)].map(({ index, 1: path }) => ({ index, path }));
const moduleAt = (offset) => starts.findLast(({ index }) => index <= offset)?.path;

const session = new inspector.Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
const { run } = createRequire(import.meta.url)(bundle);
for (const guest of guests) {
  // With the host as it is, where there may be no such devices, and without.
  await run([guest]);
  const status = await run(['--host', 'none', guest]);
  if (status !== 0) throw new Error(`${guest} ends with status ${status}`);
}
session.post('Profiler.takePreciseCoverage', (_problem, { result }) => {
  const functions = result.filter(({ url }) => url.endsWith(bundle)).flatMap((script) => script.functions);
  const ran = functions.filter(({ ranges: [{ count, startOffset }] }) => count > 0 && startOffset > 0);
  const modules = new Set(ran.map(({ ranges: [{ startOffset }] }) => moduleAt(startOffset)));
  process.send([...modules].filter((path) => path !== undefined));
});
