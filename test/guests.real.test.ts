/**
 * Every guest of cases/guests, converted as `standalone` for each QEMU found: it starts with -S under TCG and answers QMP.
 * What cannot start says why in its case.json, and with which words QEMU or the tool refuses it; the rest of such a guest
 * starts all the same. FILTER=name narrows it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ConvertOptions } from '../src/convert';
import type { HostFacts } from '../src/host/facts';
import { QEMU_CONF_DEFAULTS, type QemuConf } from '../src/model/qemu-conf';
import { compareVersions, parseVersion } from '../src/qemu/version';
import { hangingUp } from './corpus/stand-ins/room';
import { startGuest, type Surroundings } from './corpus/start';
import { describeEachQemu, installed, missing, type TestQemu } from './qemu/qemus';
import { startTarget } from './qemu/tgt';

const GUESTS = join(__dirname, 'cases/guests');

interface CannotStart {
  /** What is not there, for people. */
  readonly why: string;
  /** A regular expression that the refusal matches. */
  readonly says: string;
  /** The release that can. Absent: none can, without that host. */
  readonly until?: string;
  /** The first release that cannot. Absent: all. */
  readonly since?: string;
  /** What is to be left out, as a regular expression, so that the rest starts. Absent: there is no rest. */
  readonly without?: string;
}

interface Guest {
  readonly qemuConf?: Partial<QemuConf>;
  readonly options?: ConvertOptions;
  readonly cannotStart?: CannotStart;
}

const filter = new RegExp(process.env['FILTER'] ?? '');
const names = readdirSync(GUESTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && filter.test(entry.name))
  .map(({ name }) => name);
const host = JSON.parse(readFileSync(join(GUESTS, 'host.json'), 'utf8')) as HostFacts;

function read(name: string): Guest {
  return JSON.parse(readFileSync(join(GUESTS, name, 'case.json'), 'utf8')) as Guest;
}

/** Undefined: it is to start there. */
function refusal({ cannotStart }: Guest, qemu: TestQemu): CannotStart | undefined {
  const here = parseVersion(qemu.version);
  const reached = (release: string | undefined) => {
    const named = release === undefined ? undefined : parseVersion(release);
    return named !== undefined && here !== undefined && compareVersions(here, named) >= 0;
  };
  const { until, since } = cannotStart ?? {};
  return reached(until) || (since !== undefined && !reached(since)) ? undefined : cannotStart;
}

if (!installed('tgtd', ['--version'])) missing('guests', 'tgtd');
else
  describeEachQemu('guests that people have', (qemu) => {
    let around: Surroundings & { stop(): Promise<void> };
    beforeAll(async () => {
      const target = await startTarget();
      const listener = hangingUp().listen(0, '127.0.0.1');
      await new Promise((done) => listener.once('listening', done));
      const { port } = listener.address() as AddressInfo;
      const stop = async () => {
        listener.close();
        await target.stop();
      };
      around = { qemu, target, peer: port, stop };
    }, 30_000);
    afterAll(() => around.stop());

    test.each(names)(
      '%s',
      async (name) => {
        const guest = read(name);
        const expected = refusal(guest, qemu);
        const xml = readFileSync(join(GUESTS, name, 'guest.xml'), 'utf8');
        const options: ConvertOptions = {
          ...guest.options,
          qemuConf: { ...QEMU_CONF_DEFAULTS, ...guest.qemuConf },
          host,
          profile: 'standalone',
        };
        const said = await startGuest(xml, options, around);
        if (expected === undefined) return expect(said).toBeUndefined();
        expect(said).toMatch(new RegExp(expected.says, 'i'));
        if (expected.without === undefined) return;
        expect(await startGuest(xml, options, around, new RegExp(expected.without))).toBeUndefined();
      },
      60_000,
    );
  });
