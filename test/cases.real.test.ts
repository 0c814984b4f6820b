/**
 * Each case that converts as `standalone`, converted for the newest QEMU found, or for the emulator of its architecture
 * that PATH has: it starts with -S under TCG and answers QMP. What cannot start here, in 7.2 or 10.0, is in
 * cannot-start.json with QEMU's words. UPDATE=1 rewrites that, FILTER=regex narrows it. Whole guests have a test of
 * their own.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { basename, join, relative } from 'node:path';
import type { ConvertOptions } from '../src/convert';
import { qemuArch } from '../src/qemu/architectures';
import { compareVersions, parseVersion } from '../src/qemu/version';
import { CASES, caseFolders, guestOf, optionsOf, readCase } from './case';
import { hangingUp } from './corpus/stand-ins/room';
import { startGuest, type Surroundings } from './corpus/start';
import { findEmulators, findQemus, installed, missing, mustRun, type TestQemu } from './qemu/qemus';
import { startTarget } from './qemu/tgt';

const LIST = join(__dirname, 'cannot-start.json');
const PARALLEL = 2;
/** Of all: fewer would mean that the test has lost its subject. */
const FEWEST = 110;
const FEWEST_OTHERS = 28;

/** The options of a case, whatever the profile that it shows; undefined: it is about something else. */
function standalone(folder: string): ConvertOptions | undefined {
  const one = readCase(folder);
  if (one.command === 'check') return undefined;
  const [release = ''] = one.qemu;
  return { ...optionsOf(folder, one, release), qemu: undefined, profile: 'standalone' };
}

const emulators = new Map(
  findQemus(findEmulators())
    .map((qemu) => [basename(qemu.binary), qemu] as const)
    .reverse(),
);

/** The emulator that runs a case; undefined: there is none here. */
function emulatorOf(folder: string, x86: TestQemu): TestQemu | undefined {
  const { arch = 'x86_64' } = readCase(folder);
  return arch === 'x86_64' ? x86 : emulators.get(`qemu-system-${qemuArch(arch)}`);
}

/** Its own choice of QEMU's words where it is refused: for that QEMU, or under TCG, it cannot be. */
const isRefused = (reason: string | undefined) => reason !== undefined && !reason.startsWith('QEMU: ');

const newest = findQemus().reduce<TestQemu | undefined>((best, qemu) => {
  const [a, b] = [parseVersion(best?.version ?? '0.0'), parseVersion(qemu.version)];
  return a !== undefined && b !== undefined && compareVersions(a, b) < 0 ? qemu : best;
}, undefined);

if (newest === undefined || !installed('tgtd', ['--version'])) missing('cases', 'qemu-system-x86_64 or tgtd');
else
  test(`each case starts in QEMU ${newest.version}, or is known not to`, async () => {
    const known = JSON.parse(existsSync(LIST) ? readFileSync(LIST, 'utf8') : '{}') as Record<string, string>;
    const { reasons, started, others } = await tried(newest);
    if (process.env['UPDATE'] === '1') writeFileSync(LIST, `${JSON.stringify(reasons, null, 2)}\n`);
    const news = Object.entries(reasons).filter(([name]) => !(name in known));
    expect(Object.fromEntries(news)).toEqual({});
    if (process.env['FILTER'] !== undefined) return;
    expect(started).toBeGreaterThan(FEWEST);
    if (emulators.size > 0 || mustRun) expect(others).toBeGreaterThan(FEWEST_OTHERS);
  }, 600_000);

interface Outcome {
  readonly started: number;
  /** Those of them that are not for x86. */
  readonly others: number;
  /** What does not start, and why. */
  readonly reasons: Readonly<Record<string, string>>;
}

async function tried(qemu: TestQemu): Promise<Outcome> {
  const target = await startTarget();
  const listener = hangingUp().listen(0, '127.0.0.1');
  await new Promise((done) => listener.once('listening', done));
  const around = { qemu, target, peer: (listener.address() as AddressInfo).port };
  const waiting = caseFolders().filter((folder) => !/^guests\b/.test(relative(CASES, folder)));
  const reasons = new Map<string, string>();
  let [started, others] = [0, 0];
  const work = async () => {
    for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
      const emulator = emulatorOf(folder, qemu);
      if (emulator === undefined) continue;
      const here = { ...around, qemu: emulator };
      // a busy machine may be too slow for one once
      const reason = (await start(folder, here)) && (await start(folder, here));
      if (reason === undefined) {
        started++;
        if (emulator !== qemu) others++;
      } else if (!isRefused(reason)) reasons.set(relative(CASES, folder), reason);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  listener.close();
  await target.stop();
  process.stdout.write(`${started} cases started, ${others} of them not for x86; ${reasons.size} did not\n`);
  return { started, others, reasons: Object.fromEntries([...reasons].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

async function start(folder: string, around: Surroundings): Promise<string | undefined> {
  const options = standalone(folder);
  return options === undefined ? 'not for QEMU alone' : startGuest(guestOf(folder), options, around);
}
