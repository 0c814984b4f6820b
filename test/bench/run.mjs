// What start-up and batch cost, as whole processes in one run.   npm run bench
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const bin = join(project, 'bin/domxml2qemu.js');
const guest = join(project, 'examples/scsi-lun/guest.xml');
const cache = mkdtempSync(join(tmpdir(), 'bench-'));
// NODE_EXTRA_CA_CERTS alone costs a Node process 40 ms.
const { NODE_EXTRA_CA_CERTS: _unset, ...env } = { ...process.env, XDG_CACHE_HOME: cache };

function milliseconds(args, input) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env,
    input,
    cwd: project,
    maxBuffer: 1 << 30,
  });
  const end = process.hrtime.bigint();
  if (status !== 0) throw new Error(`${args.join(' ')} ended with status ${status}: ${stderr}`);
  return { time: Number(end - start) / 1e6, stdout };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** In turn, so that a machine that slows down slows both. */
function startUp(runs) {
  const times = { nothing: [], conversion: [] };
  for (let i = -3; i < runs; i++) {
    const nothing = milliseconds(['-e', '0']).time;
    const conversion = milliseconds([bin, guest]).time;
    if (i < 0) continue;
    times.nothing.push(nothing);
    times.conversion.push(conversion);
  }
  return { nothing: median(times.nothing), conversion: median(times.conversion) };
}

/** Domains a second, start-up included, over a corpus of domain files repeated `times`. */
function batch(folder, times) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.xml') && !name.endsWith('.out.xml'));
  const requests = [];
  for (let i = 0; i < times; i++)
    for (const name of files)
      requests.push(
        JSON.stringify({
          id: name,
          xml: readFileSync(join(folder, name), 'utf8'),
          options: { profile: 'libvirt', qemuVersion: '10.0.0' },
        }),
      );
  const { time, stdout } = milliseconds([bin, 'batch'], `${requests.join('\n')}\n`);
  const answers = stdout
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return {
    domains: answers.length,
    converted: answers.filter(({ ok }) => ok).length,
    perSecond: (1000 * answers.length) / time,
  };
}

try {
  const { nothing, conversion } = startUp(Number(process.env.RUNS ?? 31));
  console.log(
    `start-up: node -e 0 ${nothing.toFixed(1)} ms, conversion ${conversion.toFixed(1)} ms, ratio ${(conversion / nothing).toFixed(2)} (wanted: at most 2.5)`,
  );
  const corpus = join(resolve(process.env.CORPUS ?? join(project, '../shared/conformance')), 'cases');
  const folder = existsSync(corpus) ? corpus : undefined;
  if (folder === undefined) console.log(`batch: no corpus at ${corpus}; set CORPUS to time it`);
  else {
    const { domains, converted, perSecond } = batch(folder, 8);
    console.log(
      `batch: ${domains} domains (${converted} converted), ${perSecond.toFixed(0)} a second on one of ${cpus().length} cores (wanted: at least 1500)`,
    );
  }
} finally {
  rmSync(cache, { recursive: true, force: true });
}
