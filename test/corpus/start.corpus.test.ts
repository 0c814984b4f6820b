/**
 * Every x86_64 domain of the conformance corpus, converted as `standalone` for the installed QEMU: it starts with -S under
 * TCG and answers QMP. What cannot run here is in cannot-run.json with the reason. UPDATE=1 rewrites it; read the diff.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { HostFacts } from '../../src/host/facts';
import { parseQemuConf } from '../../src/host/qemu-conf';
import type { QemuConf } from '../../src/model/qemu-conf';
import { findQemus, installed, missing } from '../qemu/qemus';
import { startTarget } from '../qemu/tgt';
import { hangingUp } from './stand-ins/room';
import { startGuest } from './start';

const PROJECT = resolve(__dirname, '../..');
const CORPUS = resolve(process.env['CORPUS'] ?? join(PROJECT, '../shared/conformance'));
const LIST = join(__dirname, 'cannot-run.json');
const HOST = join(PROJECT, 'test/conformance/hosts/x86_64.json');
const FEWEST = 300;
const PARALLEL = 2;

interface Case {
  readonly id: string;
  readonly arch: string;
  readonly expect: string;
  readonly xml: string;
  /** As in the file: 1 for yes. */
  readonly qemuConf?: Readonly<Record<string, string | number>>;
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

function settings({ qemuConf = {} }: Case): QemuConf {
  const lines = Object.entries(qemuConf).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  return parseQemuConf(lines.join('\n'), 'qemu.conf', () => {});
}

let facts: HostFacts | undefined;
function hostFacts(): HostFacts {
  facts ??= JSON.parse(readFileSync(HOST, 'utf8')) as HostFacts;
  return facts;
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
        const reason = await startGuest(
          readFileSync(join(CORPUS, 'cases', one.xml), 'utf8'),
          { host: hostFacts(), qemuConf: settings(one) },
          { qemu, target, peer: port },
        );
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
