import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** An iSCSI target on 127.0.0.1 with a disk, a CD and a tape; nothing of it is left after `stop`. */
export interface Target {
  readonly port: number;
  readonly iqn: string;
  /** Its LUNs. */
  readonly disk: number;
  readonly cdrom: number;
  readonly tape: number;
  stop(): Promise<void>;
}

export async function startTarget(): Promise<Target> {
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
  const lun = (number: number, file: string, ...args: string[]) =>
    admin('--op', 'new', '--mode', 'logicalunit', '--tid', '1', '--lun', String(number), '-b', file, ...args);
  const image = (name: string, bytes: number) => {
    const file = join(folder, name);
    writeFileSync(file, '');
    truncateSync(file, bytes);
    return file;
  };
  try {
    await untilReady(() => admin('--op', 'new', '--mode', 'target', '--tid', '1', '-T', iqn));
    lun(1, image('disk', 8 << 20));
    lun(2, image('cd', 4 << 20), '--device-type', 'cd');
    const tape = image('tape', 0);
    execFileSync(
      'tgtimg',
      ['--op', 'new', '--device-type', 'tape', '--barcode=A', '--size=10', '--type=data', `--file=${tape}`],
      { stdio: 'pipe' },
    );
    lun(3, tape, '--device-type', 'tape', '--bstype', 'ssc');
    admin('--op', 'bind', '--mode', 'target', '--tid', '1', '-I', 'ALL');
    return { port, iqn, disk: 1, cdrom: 2, tape: 3, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
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
