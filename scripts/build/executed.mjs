// Tells how many of the guests run each function of a bundle that they are converted with, by where it ends: bundle, and
// a JSON list of command lines for each guest.
import inspector from 'node:inspector';
import { createRequire } from 'node:module';

const [bundle, guests] = process.argv.slice(2);

const session = new inspector.Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
const { run } = createRequire(import.meta.url)(bundle);
const counts = new Map(endsOfExecuted().map((end) => [end, guests.length]));
for (const commands of JSON.parse(guests)) {
  for (const args of commands) {
    const status = await run(args);
    if (status > 1) throw new Error(`${args.join(' ')} ends with status ${status}`);
  }
  for (const end of endsOfExecuted()) counts.set(end, (counts.get(end) ?? 0) + 1);
}
process.send([...counts]);

/** Since it was asked last. */
function endsOfExecuted() {
  let ends = [];
  session.post('Profiler.takePreciseCoverage', (_problem, { result }) => {
    const functions = result.filter(({ url }) => url.endsWith(bundle)).flatMap((script) => script.functions);
    ends = functions.map(({ ranges: [{ count, endOffset }] }) => count > 0 && endOffset).filter(Boolean);
  });
  return ends;
}
