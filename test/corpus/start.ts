/** One guest, converted as `standalone`, in a QEMU of its own under TCG. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert, type ConvertOptions } from '../../src/convert';
import { QemuRefused, startMachine } from '../qemu/machine';
import type { TestQemu } from '../qemu/qemus';
import type { Target } from '../qemu/tgt';
import { standIns } from './stand-ins';
import { secret, type Room } from './stand-ins/room';

/** Seconds for one guest; most take half of one, those that open encrypted disks several. */
const LIMIT = 15;

/** What stands in for the host's devices, once for all guests. */
export interface Surroundings {
  readonly qemu: TestQemu;
  readonly target: Target;
  /** See Room. */
  readonly peer: number;
}

/** Ports of each worker of jest, below those that the kernel gives away by itself: two workers never meet on one. */
const PORTS = 2_500;
const firstPort = 10_000 + ((Number(process.env['JEST_WORKER_ID'] ?? 1) - 1) % 8) * PORTS;
let ports = process.pid % PORTS;

/**
 * Undefined: it started with -S and answered QMP. Else why it did not. Options whose words match `leftOut` are left out:
 * devices that this machine cannot have.
 */
export async function startGuest(
  xml: string,
  options: ConvertOptions,
  { qemu, target, peer }: Surroundings,
  leftOut?: RegExp,
): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'c-'));
  const room: Room = {
    folder,
    lun: `iscsi://127.0.0.1:${target.port}/${target.iqn}/${target.disk}`,
    peer,
    freePort: () => firstPort + (++ports % PORTS),
    servers: [],
  };
  try {
    const qmp = join(folder, 'qmp');
    const wanted: ConvertOptions = { ...options, qemuVersion: qemu.version, accel: 'tcg', paused: true, qmp };
    const secret = { ...askedFor(xml, wanted, room), ...options.secret };
    const { argv, diagnostics } = convert(xml, { ...wanted, secret });
    const error = diagnostics.find(({ severity }) => severity === 'error');
    if (error !== undefined || argv === undefined) return `${error?.code ?? 'none'}: ${error?.message ?? ''}`;
    const words = standIns(without(argv.slice(1), leftOut), room);
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

function without(argv: readonly string[], leftOut: RegExp | undefined): readonly string[] {
  if (leftOut === undefined) return argv;
  const gone = (word: string) => !word.startsWith('-') && leftOut.test(word);
  // What is left may have no display of its own.
  return [...argv.filter((word, index) => !gone(word) && !gone(argv[index + 1] ?? '')), '-display', 'none'];
}

/** Each secret that the guest asks for, in a file of its own. */
function askedFor(xml: string, options: ConvertOptions, room: Room): Record<string, string> {
  const names = convert(xml, options).diagnostics.flatMap(({ code, message }) =>
    code === 'secret-missing' ? (/'([^']+)'/.exec(message)?.slice(1) ?? []) : [],
  );
  return Object.fromEntries(names.map((name) => [name, secret(room)]));
}

/** The last thing that QEMU said, without what differs from run to run. */
function reasonOf(problem: unknown, folder: string): string {
  if (!(problem instanceof QemuRefused)) return String(problem instanceof Error ? problem.message : problem);
  const lines = problem.said
    .trim()
    .split('\n')
    .filter((line) => line !== '' && !/warning: /.test(line));
  return (
    (lines.find((line) => /qemu-system/.test(line)) ?? lines[0] ?? `status ${problem.status}`)
      .replace(/^\S*qemu-system-\w+: /, '')
      .replaceAll(folder, '')
      .replace(/\b(127\.0\.0\.1:)\d+/g, '$1PORT')
      // The names that stand-ins.ts gives.
      .replace(/\/(s|image-|shared-|pipe-|keys-|secret-|memory\/-)\d+/g, '/$1N')
  );
}
