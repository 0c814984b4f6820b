/** Files `command.txt`: lines `$ domxml2qemu ...`, as a shell takes them, and below each what it prints. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './cli/command';

export class Replay {
  /** Holds the command by the name that users know. */
  private readonly bin = mkdtempSync(join(tmpdir(), 'replay-'));

  constructor() {
    const launcher = join(this.bin, 'domxml2qemu');
    writeFileSync(launcher, `#!/bin/sh\nexec "${process.execPath}" "${PROJECT}/bin/domxml2qemu.js" "$@"\n`);
    chmodSync(launcher, 0o755);
  }

  /** Runs the commands of a file in a folder, and holds what they print against it; `UPDATE=1` rewrites it. */
  expectFile(file: string, cwd: string): void {
    const stored = readFileSync(file, 'utf8');
    const printed = this.printed(stored, cwd);
    if (process.env['UPDATE'] === '1') writeFileSync(file, printed);
    expect(printed).toBe(stored);
    expect(printed.split('\n').length).toBeGreaterThan(2);
  }

  /** What the commands of a text print, standard error included, under their `$` lines. */
  private printed(text: string, cwd: string): string {
    const commands = text.split('\n').filter((line) => line.startsWith('$ '));
    return commands
      .map((line) => {
        const { stdout, stderr } = spawnSync('sh', ['-c', line.slice(2)], {
          cwd,
          encoding: 'utf8',
          env: { PATH: `${this.bin}:${process.env['PATH']}`, XDG_CACHE_HOME: this.bin },
        });
        return `${line}\n${stderr}${stdout}`;
      })
      .join('\n');
  }

  remove(): void {
    rmSync(this.bin, { recursive: true });
  }
}
