// What start-up, batch and memory cost, as whole processes in one run.   npm run bench [-- --long]
// --long takes 100,000 domains too; RUNS, ROUNDS and CORPUS change how much of what is measured.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { batch, hasJobs, peak } from './batch.mjs';
import { requests, corpusFolder, domainFiles } from './corpus.mjs';
import { cleanUp } from './process.mjs';
import { startUp } from './start-up.mjs';
import { virsh } from './virsh.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 24);

function printStartUp() {
  const { nothing, conversion, others } = startUp(Number(process.env.RUNS ?? 31));
  console.log(
    `start-up: node -e 0 ${nothing.toFixed(1)} ms, conversion ${conversion.toFixed(1)} ms, ratio ${(conversion / nothing).toFixed(2)} (wanted: at most 1.6)`,
  );
  console.log(
    `start-up with the guests of test/cases: ${others.toFixed(1)} ms, ratio ${(others / nothing).toFixed(2)}`,
  );
}

async function printBatch(files) {
  const work = () => requests(files, ROUNDS * files.length);
  const { domains, converted, perSecond } = await batch([], work());
  console.log(
    `batch: ${domains} domains (${converted} converted), ${perSecond.toFixed(0)} a second with one thread (wanted: at least 4000)`,
  );
  if (!hasJobs()) return console.log('batch --jobs 2: not measured, batch has no such option');
  const two = await batch(['--jobs', '2'], work());
  console.log(
    `batch --jobs 2: ${two.perSecond.toFixed(0)} a second on ${cpus().length} cores, ${(two.perSecond / perSecond).toFixed(2)} times one thread`,
  );
  // One thread of ours is helped by those of V8, which compile and collect: on one core they all share it.
  if (spawnSync('taskset', ['-c', '0', 'true']).status !== 0)
    return console.log('batch on one core: not measured, there is no taskset');
  const one = await batch([], work(), ['taskset', '-c', '0']);
  console.log(
    `batch on one core: ${one.perSecond.toFixed(0)} a second; --jobs 2 is ${(two.perSecond / one.perSecond).toFixed(2)} times that (wanted: at least 1.5)`,
  );
}

async function printMany(files) {
  const few = await peak(requests(files, 1_000));
  console.log(`memory: ${few} MB at the peak of 1,000 domains`);
  if (!process.argv.includes('--long'))
    return console.log('100,000 domains: not measured; npm run bench -- --long does');
  const { perSecond } = await batch([], requests(files, 100_000));
  console.log(`batch: 100,000 domains, ${perSecond.toFixed(0)} a second with one thread`);
  const many = await peak(requests(files, 100_000));
  console.log(
    `memory: ${many} MB at the peak of 100,000 domains, ${(many / few).toFixed(2)} times as much (wanted: flat)`,
  );
}

try {
  printStartUp();
  const folder = corpusFolder();
  if (!existsSync(folder))
    console.log(`batch, memory, virsh: no corpus at ${folder}; set CORPUS to time them`);
  else {
    const files = domainFiles(folder);
    await printBatch(files);
    await printMany(files);
    console.log(virsh(files));
  }
} finally {
  cleanUp();
}
