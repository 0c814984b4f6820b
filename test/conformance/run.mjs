// Scores the build against the conformance corpora and holds the result to floor.json, which only rises.
//   npm run conformance [-- --update]     CORPUS=DIR and CORPUS_CLASSIC=DIR name other places
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(here, '../..');
const modern = resolve(process.env.CORPUS ?? join(project, '../shared/conformance'));
const classic = resolve(process.env.CORPUS_CLASSIC ?? join(project, '../shared/conformance-classic'));
const scorer = join(modern, 'score.mjs');

for (const needed of [scorer, join(modern, 'manifest.json'), join(classic, 'manifest.json')]) {
  if (existsSync(needed)) continue;
  console.error(
    `no conformance corpus: looked for ${needed}\nset CORPUS and CORPUS_CLASSIC to the folders that hold it`,
  );
  process.exit(2);
}

/** Each case's row of a corpus: id, arch, expect, pass. */
function rows(corpus) {
  const scratch = mkdtempSync(join(tmpdir(), 'conformance-'));
  const json = join(scratch, 'rows.json');
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      [scorer, '--project', project, '--corpus', corpus, '--json', json],
      {
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`the scorer ended with status ${status}: ${stderr}`);
    return JSON.parse(readFileSync(json, 'utf8'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const all = rows(modern);
const x86 = all.filter(({ arch }) => arch === 'x86_64');
const groups = {
  'scsi or lun': all.filter(({ id }) => /scsi|lun/.test(id)),
  'x86_64 disks': x86.filter(({ id }) => id.startsWith('disk')),
  x86_64: x86,
  'x86_64 refusals': x86.filter(({ expect }) => expect === 'error'),
  all: all,
  'classic storage': rows(classic),
};

const floorFile = join(here, 'floor.json');
const floor = JSON.parse(readFileSync(floorFile, 'utf8'));
let below = 0;
for (const [name, cases] of Object.entries(groups)) {
  const passed = cases.filter(({ pass }) => pass).length;
  const fails = passed < (floor[name] ?? 0);
  if (fails) below++;
  console.log(
    `${fails ? 'BELOW' : 'ok   '} ${name.padEnd(16)} ${passed} of ${cases.length} exact (${((100 * passed) / cases.length).toFixed(1)} %), floor ${floor[name] ?? 0}`,
  );
  if (passed > (floor[name] ?? 0)) floor[name] = passed;
}
if (process.argv.includes('--update')) writeFileSync(floorFile, `${JSON.stringify(floor, null, 2)}\n`);
process.exitCode = below === 0 ? 0 : 1;
