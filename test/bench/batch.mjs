// Batch as a whole process: domains a second, start-up included, and the most memory that it takes.
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bin, env, project } from './process.mjs';

/** Whether this batch can use more than one core. */
export function hasJobs() {
  const { stdout } = spawnSync(process.execPath, [bin, 'batch', '--help'], { env, encoding: 'utf8' });
  return stdout.includes('--jobs');
}

/**
 * Out of a file into a file, so that nothing else works meanwhile; `prefix` is a command that starts another, as
 * `taskset -c 0`.
 */
export async function batch(options, requests, prefix = []) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const [asked, answered] = ['requests', 'answers'].map((name) => join(folder, `${name}.ndjson`));
  try {
    await pipeline(Readable.from(requests), createWriteStream(asked));
    const [program, ...args] = [...prefix, process.execPath, bin, 'batch', ...options];
    const stdio = [openSync(asked, 'r'), openSync(answered, 'w'), 'inherit'];
    const start = process.hrtime.bigint();
    const { status } = spawnSync(program, args, { env, cwd: project, stdio });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (status !== 0) throw new Error(`batch ${options.join(' ')} ended with status ${status}`);
    let domains = 0;
    let converted = 0;
    for await (const answer of createInterface({ input: createReadStream(answered) })) {
      domains++;
      if (answer.includes('"ok":true')) converted++;
    }
    return { domains, converted, perSecond: domains / seconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The most memory that a batch takes, in megabytes. */
export async function peak(requests) {
  const said = await run(['-r', join(project, 'test/bench/peak.cjs'), bin, 'batch'], requests, () => {});
  return Math.round(Number(said) / 1024);
}

/** Feeds requests to a Node and hands out its answers. Gives what it wrote to descriptor 3. */
async function run(args, requests, take) {
  const child = spawn(process.execPath, args, {
    env,
    cwd: project,
    stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let said = '';
  child.stdio[3].setEncoding('utf8').on('data', (piece) => (said += piece));
  const fed = pipeline(Readable.from(requests), child.stdin);
  for await (const answer of createInterface({ input: child.stdout })) take(answer);
  await fed;
  const status = await ended;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with status ${status}`);
  return said;
}
