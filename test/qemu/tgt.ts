import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** An iSCSI target on 127.0.0.1; nothing of it is left after `stop`. */
export interface Served {
  readonly port: number;
  readonly iqn: string;
  stop(): Promise<void>;
}

/** A target with a disk, a CD and a tape. */
export interface Target extends Served {
  /** Their LUNs. */
  readonly disk: number;
  readonly cdrom: number;
  readonly tape: number;
}

export interface ServedLun {
  readonly number: number;
  readonly type: 'disk' | 'cd' | 'tape' | 'changer';
  /** The product identification of INQUIRY, where a test is to tell one LUN from another. */
  readonly product?: string;
}

export async function startTarget(): Promise<Target> {
  const served = await serveLuns([
    { number: 1, type: 'disk' },
    { number: 2, type: 'cd' },
    { number: 3, type: 'tape' },
  ]);
  return { ...served, disk: 1, cdrom: 2, tape: 3 };
}

export async function serveLuns(luns: readonly ServedLun[]): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'tgt-'));
  const port = await freePort();
  // The control port names tgtd's own socket; one of a process of its own keeps two runs apart.
  const control = String(1 + (process.pid % 30_000));
  const iqn = 'iqn.2026-01.test.domxml2qemu:luns';
  const tgtd = spawn('tgtd', ['-f', '-C', control, '--iscsi', `portal=127.0.0.1:${port}`], {
    stdio: 'ignore',
  });
  const ended = new Promise((done) => tgtd.on('exit', done));
  const stop = async () => {
    tgtd.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
    for (const file of [`/var/run/tgtd/socket.${control}`, `/var/run/tgtd/socket.${control}.lock`])
      rmSync(file, { force: true });
  };
  const admin = (...args: string[]) =>
    execFileSync('tgtadm', ['-C', control, '--lld', 'iscsi', ...args], { stdio: 'pipe' });
  try {
    await untilReady(() => admin('--op', 'new', '--mode', 'target', '--tid', '1', '-T', iqn));
    for (const lun of luns) addLun(lun, join(folder, String(lun.number)), admin);
    admin('--op', 'bind', '--mode', 'target', '--tid', '1', '-I', 'ALL');
    return { port, iqn, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

const SIZES = { disk: 8 << 20, cd: 4 << 20, tape: 0, changer: 1 << 20 } as const;

function addLun(
  { number, type, product }: ServedLun,
  file: string,
  admin: (...args: string[]) => unknown,
): void {
  const unit = ['--mode', 'logicalunit', '--tid', '1', '--lun', String(number)];
  writeFileSync(file, '');
  truncateSync(file, SIZES[type]);
  if (type === 'tape')
    execFileSync(
      'tgtimg',
      ['--op', 'new', '--device-type', 'tape', '--barcode=A', '--size=10', '--type=data', `--file=${file}`],
      { stdio: 'pipe' },
    );
  admin(
    '--op',
    'new',
    ...unit,
    '-b',
    file,
    ...(type === 'disk' ? [] : ['--device-type', type]),
    ...(type === 'tape' ? ['--bstype', 'ssc'] : []),
  );
  if (product !== undefined) admin('--op', 'update', ...unit, '--params', `product_id=${product}`);
}

/** A port that nobody holds now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function untilReady(attempt: () => void): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      attempt();
      return;
    } catch (problem) {
      if (tries === 100) throw problem;
      await pause(50);
    }
  }
}
