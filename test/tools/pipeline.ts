/** What the recipes of docs/pipelines.md are tried with: the commands as they stand there, and a folder with guests. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../cli/command';
import { installed, missing } from '../qemu/qemus';

export const PIPELINE = join(PROJECT, 'examples/pipeline');

/** The commands that a section of the document shows. */
export function recipes(heading: string): string[] {
  const text = readFileSync(join(PROJECT, 'docs/pipelines.md'), 'utf8');
  const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/(?:^ {4}.*\n?)+/gm)].map(([block]) =>
    block.replaceAll(/^ {4}/gm, '').trimEnd(),
  );
}

/** A program of the folder `bin`, of a shell's lines. */
export function program(path: string, ...lines: string[]): void {
  writeFileSync(path, `#!/bin/sh\n${lines.join('\n')}\n`);
  chmodSync(path, 0o755);
}

/** What runs the program that was built. */
export const LAUNCH = `exec "${process.execPath}" "${PROJECT}/bin/domxml2qemu.js" "$@"`;

/** A folder with guests, of which broken.xml is refused, and the program in PATH. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'pipeline-'));

  constructor() {
    cpSync(join(PIPELINE, 'guests'), this.path('guests'), { recursive: true });
    mkdirSync(this.path('bin'));
    program(this.path('bin/domxml2qemu'), LAUNCH);
  }

  readonly path = (name: string) => join(this.folder, name);
  readonly commands = (name = 'commands') => readdirSync(this.path(name));
  readonly withoutBroken = () => rmSync(this.path('guests/broken.xml'));
  readonly remove = () => rmSync(this.folder, { recursive: true });

  shell(script: string | undefined, env: NodeJS.ProcessEnv = {}, input = '') {
    if (script === undefined) throw new Error('the document has no such recipe');
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
      cwd: this.folder,
      input,
      encoding: 'utf8',
      env: {
        PATH: `${this.folder}/bin:${process.env['PATH']}`,
        HOME: this.folder,
        XDG_CACHE_HOME: '/dev/null',
        ...env,
      },
    });
    return { status, stdout, stderr };
  }
}

const PACKAGES: Record<string, string> = {
  'ansible-playbook': 'ansible-core',
  '/usr/sbin/sshd': 'openssh-server',
  ssh: 'openssh-client',
};

/** A test that needs programs of Debian. */
export function needing(programs: readonly string[], name: string, body: () => void | Promise<void>): void {
  const lacking = programs.find((tool) => !installed('sh', ['-c', `command -v ${tool}`]));
  if (lacking !== undefined) missing(name, `${lacking} (Debian: ${PACKAGES[lacking] ?? lacking})`);
  else test(name, async () => await body(), 120_000);
}
