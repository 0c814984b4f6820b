// Tells which functions of a bundle a conversion of each of these guests runs, by where they end: bundle guest...
import inspector from 'node:inspector';
import { createRequire } from 'node:module';

const [bundle, ...guests] = process.argv.slice(2);

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
  process.send(
    functions.filter(({ ranges: [{ count }] }) => count > 0).map(({ ranges: [{ endOffset }] }) => endOffset),
  );
});
