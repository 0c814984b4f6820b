/** A QEMU that was started from what this program printed is as its guest. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describeEachQemu } from '../../qemu/qemus';
import { command } from '../command';

describeEachQemu('a QEMU that runs and its guest', ({ binary, version }) => {
  let folder: string;
  let child: ChildProcess;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'running-'))));
  afterEach(async () => {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true });
  });

  test('no differences; with another guest, what is another', async () => {
    const guest = `<domain type='qemu'><name>a, b</name><memory unit='MiB'>64</memory>
      <os><type arch='x86_64' machine='q35'>hvm</type></os>
      <devices><emulator>${binary}</emulator><controller type='scsi' model='virtio-scsi'/>
      <interface type='user'><mac address='52:54:00:aa:00:01'/><model type='virtio'/></interface></devices></domain>`;
    const qmp = join(folder, 'qmp');
    const options = ['--host', 'none', '--accel', 'tcg', '--qemu-version', version, '--paused', '--qmp', qmp];
    const { stdout } = command([...options, '-o', 'nul', '-'], { input: guest });
    const [program = '', ...args] = stdout.slice(0, -1).split('\0');
    child = spawn(program, args, { stdio: 'ignore' });
    for (let tries = 0; tries < 200 && !existsSync(qmp); tries++) await pause(50);
    const pid = String(child.pid);
    const same = command(['diff', ...options, '-', '--pid', pid], { input: guest });
    // a QEMU behind a script of its own starts with the folders that the script names
    const folders = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('\0-L\0');
    const said = same.stdout.split('\n').slice(2).join('\n');
    if (folders)
      expect(said).toMatch(/^\+ host -L\n( {2}\+ -L \S+\n)+1 difference: none that the guest notices\n$/);
    else expect({ status: same.status, said }).toEqual({ status: 0, said: 'no differences\n' });
    const other = guest.replace("'virtio'/", "'e1000'/").replace('>64<', '>128<');
    const differs = command(['diff', ...options, '-', '--pid', pid], { input: other });
    expect(differs.status).toBe(1);
    expect(differs.stdout).toMatch(/~ guest -device driver: e1000 -> virtio-net-pci/);
    expect(differs.stdout).toMatch(/~ guest -m size: 131072k -> 65536k/);
    // a name that is the guest's here and the process's there has one stand-in on both sides
    const renamed = guest.replace('a, b', 'c').replace('00:01', '00:02').replaceAll(folder, '/elsewhere');
    const plain = command(['diff', ...options, '-', '--pid', pid], { input: renamed });
    expect(plain.stdout).toContain('c -> a, b');
    const redacted = command(['diff', '--redact', ...options, '-', '--pid', pid], { input: renamed });
    expect(redacted.status).toBe(1);
    for (const secret of ['a, b', 'a,, b', '52:54:00:aa:00:0', folder])
      expect(redacted.stdout).not.toContain(secret);
    const kept = command(['diff', '--redact', ...options, '-', '--pid', pid], { input: guest });
    expect(kept.stdout.split('\n').at(-2)).toBe(same.stdout.split('\n').at(-2));
  }, 40_000);
});
