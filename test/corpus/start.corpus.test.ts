/**
 * Every x86_64 domain of the conformance corpus, converted as `standalone` for the installed QEMU: it starts with -S under
 * TCG and answers QMP. What cannot run here is in cannot-run.json with the reason. UPDATE=1 rewrites it; read the diff.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { convert } from '../../src/convert';
import type { HostFacts } from '../../src/host/facts';
import { QemuRefused, startMachine } from '../qemu/machine';
import { findQemus, installed, missing, type TestQemu } from '../qemu/qemus';
import { startTarget, type Target } from '../qemu/tgt';
import { hangingUp, standIns, type Room } from './stand-ins';

const PROJECT = resolve(__dirname, '../..');
const CORPUS = resolve(process.env['CORPUS'] ?? join(PROJECT, '../shared/conformance'));
const LIST = join(__dirname, 'cannot-run.json');
const HOST = join(PROJECT, 'test/conformance/hosts/x86_64.json');
const FEWEST = 300;
const PARALLEL = 2;
/** Seconds for one guest; most take half of one. */
const LIMIT = 6;

interface Case {
  readonly id: string;
  readonly arch: string;
  readonly expect: string;
  readonly xml: string;
}

/** One for each file: the same guest by other variants of libvirt is the same guest to `standalone`. */
function cases(): Case[] {
  const all = JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8')) as Case[];
  const filter = new RegExp(process.env['FILTER'] ?? '');
  const seen = new Set<string>();
  return all.filter(({ id, arch, expect: outcome, xml }) => {
    const wanted = arch === 'x86_64' && outcome === 'argv' && filter.test(id) && !seen.has(xml);
    if (wanted) seen.add(xml);
    return wanted;
  });
}

let lastPort = 20_000 + (process.pid % 20_000);

/** Undefined: it started. Else why it did not. */
async function start(one: Case, qemu: TestQemu, target: Target, peer: number): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'c-'));
  const room: Room = {
    folder,
    lun: `iscsi://127.0.0.1:${target.port}/${target.iqn}/${target.disk}`,
    peer,
    freePort: () => ++lastPort,
    servers: [],
  };
  try {
    const qmp = join(folder, 'qmp');
    const { argv, diagnostics } = convert(readFileSync(join(CORPUS, 'cases', one.xml), 'utf8'), {
      host: hostFacts(),
      qemuVersion: qemu.version,
      accel: 'tcg',
      paused: true,
      qmp,
    });
    const error = diagnostics.find(({ severity }) => severity === 'error');
    if (error !== undefined || argv === undefined) return `${error?.code ?? 'none'}: ${error?.message ?? ''}`;
    const words = standIns(argv.slice(1), room);
    if (process.env['SHOW'] === '1') process.stdout.write(`${words.join('\n')}\n`);
    const machine = await startMachine(['timeout', '-s', 'KILL', String(LIMIT), qemu.binary, ...words], qmp);
    const status = await machine.execute('query-status');
    await machine.stop();
    return (status as { running: boolean }).running ? 'is running, not paused' : undefined;
  } catch (problem) {
    return `QEMU: ${reasonOf(problem, folder)}`;
  } finally {
    for (const server of room.servers) server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

let facts: HostFacts | undefined;
function hostFacts(): HostFacts {
  facts ??= JSON.parse(readFileSync(HOST, 'utf8')) as HostFacts;
  return facts;
}

/** The last thing that QEMU said, without what differs from run to run. */
function reasonOf(problem: unknown, folder: string): string {
  if (!(problem instanceof QemuRefused)) return String(problem instanceof Error ? problem.message : problem);
  const lines = problem.said
    .trim()
    .split('\n')
    .filter((line) => !/warning: /.test(line));
  return (
    (lines.find((line) => /qemu-system/.test(line)) ?? lines[0] ?? `status ${problem.status}`)
      .replace(/^\S*qemu-system-\w+: /, '')
      .replaceAll(folder, '')
      .replace(/\b(127\.0\.0\.1:)\d+/g, '$1PORT')
      // The names that stand-ins.ts gives.
      .replace(/\/(s|image-|shared-|pipe-|memory\/)\d+/g, '/$1N')
  );
}

const [qemu] = findQemus();
if (!existsSync(join(CORPUS, 'manifest.json')))
  test.skip(`corpus: skipped, there is none at ${CORPUS} (CORPUS names another place)`, () => {});
else if (qemu === undefined || !installed('tgtd', ['--version']))
  missing('corpus', 'qemu-system-x86_64 or tgtd');
else
  test('each domain of the corpus starts, or is known not to', async () => {
    const target = await startTarget();
    const listener = hangingUp().listen(0, '127.0.0.1');
    await new Promise((done) => listener.once('listening', done));
    const { port } = listener.address() as AddressInfo;
    const waiting = cases();
    const total = waiting.length;
    const reasons: Record<string, string> = {};
    const work = async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
        const reason = await start(one, qemu, target, port);
        if (reason !== undefined) reasons[one.id] = reason;
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    listener.close();
    await target.stop();
    const sorted = Object.fromEntries(Object.entries(reasons).sort(([a], [b]) => (a < b ? -1 : 1)));
    const ran = total - Object.keys(sorted).length;
    const lines = Object.entries(sorted).map(([id, reason]) => `  ${id}: ${reason}\n`);
    process.stdout.write(`${ran} of ${total} started; not these:\n${lines.join('')}`);
    if (process.env['FILTER'] !== undefined) return;
    if (process.env['UPDATE'] === '1') writeFileSync(LIST, `${JSON.stringify(sorted, null, 2)}\n`);
    const known = JSON.parse(readFileSync(LIST, 'utf8')) as Record<string, string>;
    const news = Object.entries(sorted).filter(([id]) => !(id in known));
    expect(news).toEqual([]);
    expect(ran).toBeGreaterThanOrEqual(FEWEST);
  }, 200_000);
