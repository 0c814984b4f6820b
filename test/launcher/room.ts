import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Launch } from '../../src/launcher/launchable';

/** A folder with programs that stand in for QEMU and what runs beside it; each writes its number and what it does down. */
export class Room {
  readonly folder = mkdtempSync(join(tmpdir(), 'launcher-'));

  at(name: string): string {
    return join(this.folder, name);
  }

  /** A shell script that notes its start in `order` and its number in NAME.pid before it does `body`. It tells no version. */
  program(name: string, body: string): string {
    const path = this.at(name);
    writeFileSync(
      path,
      `#!/bin/sh\n[ "$1" = --version ] && exit\nroom='${this.folder}'\necho $$ > '${path}.pid'\necho '${name} starts' >> '${this.at('order')}'\n${body}\n`,
    );
    chmodSync(path, 0o755);
    return path;
  }

  /** A companion that opens the socket of its first argument after some time and notes its end. */
  server(name: string, { after = 0 }: { after?: number } = {}): string {
    writeFileSync(
      this.at(`${name}.js`),
      `const { appendFileSync } = require('node:fs');
process.on('SIGTERM', () => { appendFileSync(${JSON.stringify(this.at('order'))}, '${name} ends\\n'); process.exit(0); });
setTimeout(() => require('node:net').createServer().listen(process.argv[2], () =>
  appendFileSync(${JSON.stringify(this.at('order'))}, '${name} listens\\n')), ${after});
`,
    );
    return this.program(name, `exec '${process.execPath}' '${this.at(`${name}.js`)}' "$@"`);
  }

  /** A start of the room's `qemu`, and of nothing beside it but what `parts` say. */
  whole(parts: Partial<Launch> = {}): Launch {
    const nothing = { companions: [], hostSteps: [], environment: [], sockets: [], options: [] };
    return { ...nothing, program: this.at('qemu'), ...parts };
  }

  text(name: string): string {
    return existsSync(this.at(name)) ? readFileSync(this.at(name), 'utf8') : '';
  }

  order(): string[] {
    return this.text('order').trimEnd().split('\n');
  }

  async until(name: string): Promise<void> {
    for (let tries = 0; tries < 500 && this.text(name) === ''; tries++) await pause(10);
    if (this.text(name) === '') throw new Error(`${name} was not written`);
  }

  alive(name: string): boolean {
    return isAlive(Number(this.text(`${name}.pid`).trim()));
  }

  /** Those that do not end: the system takes its time for what was sent a signal. */
  async untilDead(...names: readonly string[]): Promise<string[]> {
    for (let tries = 0; tries < 500 && names.some((name) => this.alive(name)); tries++) await pause(20);
    return names.filter((name) => this.alive(name));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** Whether a process runs: one that ended and that nobody waited for does not. */
export function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('cat', [`/proc/${pid}/stat`], { encoding: 'utf8' });
  return stdout !== '' && !stdout.replace(/^.*\) /s, '').startsWith('Z');
}
