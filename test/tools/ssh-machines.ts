/** Machines that ssh reaches: an sshd on this one, with keys and configuration of its own, and a folder for each. */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LAUNCH, program } from './pipeline';
import type { Workplace } from './pipeline';

const SSHD = '/usr/sbin/sshd';

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** What ssh at the workplace and all that calls it are told: names, keys and port; nothing of the user's own. */
function client(home: string, names: readonly string[], port: number): string {
  const options = ['HostName 127.0.0.1', `Port ${port}`, `IdentityFile ${home}/id`, 'IdentitiesOnly yes'];
  const trust = ['StrictHostKeyChecking no', `UserKnownHostsFile ${home}/known`, 'LogLevel ERROR'];
  return names
    .map((name) => [`Host ${name}`, `SetEnv MACHINE=${name}`, ...options, ...trust].join('\n'))
    .join('\n');
}

/** What sshd is told: every command runs in the folder of the machine that was asked for. */
function server(home: string, port: number): string {
  return [
    `ListenAddress 127.0.0.1:${port}`,
    `HostKey ${home}/host`,
    `AuthorizedKeysFile ${home}/id.pub`,
    'StrictModes no',
    'UsePAM no',
    'PidFile none',
    'AcceptEnv MACHINE',
    `ForceCommand ${home}/session`,
  ].join('\n');
}

/** Names that `ssh NAME COMMAND` reaches from a workplace. */
export class Machines {
  private constructor(
    private readonly home: string,
    private readonly daemon: ChildProcess,
  ) {}

  static async start(place: Workplace, names: readonly string[]): Promise<Machines> {
    const home = place.path('machines');
    for (const name of names) mkdirSync(join(home, name, 'bin'), { recursive: true });
    for (const key of ['id', 'host'])
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(home, key)]);
    for (const name of names)
      program(join(home, name, 'bin/domxml2qemu'), `echo "$*" >> ${home}/${name}/ran`, LAUNCH);
    const session = `cd ${home}/"$MACHINE" && export HOME="$PWD" PATH="$PWD/bin:$PATH" XDG_CACHE_HOME=/dev/null`;
    program(join(home, 'session'), session, 'exec sh -c "$SSH_ORIGINAL_COMMAND"');
    const port = await freePort();
    writeFileSync(join(home, 'sshd_config'), server(home, port));
    writeFileSync(join(home, 'ssh_config'), client(home, names, port));
    program(place.path('bin/ssh'), `exec ${findSsh()} -F ${home}/ssh_config "$@"`);
    if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
    const daemon = spawn(SSHD, ['-D', '-e', '-f', join(home, 'sshd_config')], { stdio: 'ignore' });
    await answers(place, names[0] ?? '');
    return new Machines(home, daemon);
  }

  /** What the program was asked for on a machine, a line for each start. */
  ran(name: string): string[] {
    const log = join(this.home, name, 'ran');
    return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
  }

  path(name: string): string {
    return join(this.home, name);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.daemon.once('exit', resolve));
    this.daemon.kill();
    await ended;
  }
}

const findSsh = () => execFileSync('sh', ['-c', 'command -v ssh'], { encoding: 'utf8' }).trim();

async function answers(place: Workplace, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (place.shell(`ssh ${name} true`).status === 0) return;
    await pause(50);
  }
  throw new Error(`sshd does not answer: ${place.shell(`ssh ${name} true`).stderr}`);
}
