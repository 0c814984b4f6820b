import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../../../src/convert';
import { installed, missing } from '../../qemu/qemus';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home '));
});
afterEach(() => rmSync(home, { recursive: true }));

/** The step that makes the servers of a file known to ssh. */
function step(file: string): string {
  const { plan } = convert(`<domain type='qemu'>
  <name>a</name>
  <memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>
    <disk type='network' device='disk'>
      <source protocol='ssh' name='/a.img'><host name='h.example'/><knownHosts path="${file}"/></source>
      <target dev='vda' bus='virtio'/>
    </disk>
  </devices>
</domain>`);
  const commands = plan?.hostSteps.flatMap((step) => step.commands) ?? [];
  expect(commands).not.toEqual([]);
  return commands.join('\n');
}

/** Does it, as a start does. */
function learn(file: string): number | null {
  return spawnSync('/bin/sh', ['-eu', '-c', step(file)], { env: { ...process.env, HOME: home } }).status;
}

const known = () => readFileSync(join(home, '.ssh/known_hosts'), 'utf8');

test('servers of a file are known after a start, and known once after many', () => {
  const file = join(home, "guest's hosts");
  writeFileSync(file, 'h.example ssh-ed25519 AAAA\n');
  expect([learn(file), learn(file)]).toEqual([0, 0]);
  expect(known()).toBe('h.example ssh-ed25519 AAAA\n');
  writeFileSync(file, 'h.example ssh-ed25519 AAAA\nother.example ssh-rsa BBBB\n');
  expect([learn(file), learn(file)]).toEqual([0, 0]);
  expect(known()).toBe('h.example ssh-ed25519 AAAA\nother.example ssh-rsa BBBB\n');
});

test('the own file of the user may be named', () => {
  const file = join(home, 'hosts');
  writeFileSync(file, 'h.example ssh-ed25519 AAAA\n');
  learn(file);
  expect(learn(join(home, '.ssh/known_hosts'))).toBe(0);
  expect(known()).toBe('h.example ssh-ed25519 AAAA\n');
});

test('a file that is not there fails the step', () => {
  expect(learn(join(home, 'none'))).not.toBe(0);
});

if (!installed('shellcheck')) missing('shellcheck has nothing to say of servers', 'shellcheck');
else
  test('shellcheck has nothing to say of servers', () => {
    const { stdout } = spawnSync('shellcheck', ['-s', 'sh', '-'], { input: step('/a b'), encoding: 'utf8' });
    expect(stdout).toBe('');
  });
