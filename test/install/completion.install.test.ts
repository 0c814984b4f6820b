/** The completion scripts in the shells that they are for. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, PROJECT } from '../cli/command';
import { installed, missing } from '../qemu/qemus';

/** Asks a shell what it offers after each line. */
type Ask = (script: string, lines: readonly string[], cwd: string) => string[];

const SHELLS: Readonly<Record<'bash' | 'zsh' | 'fish', Ask>> = {
  bash: (script, lines, cwd) =>
    lines.map((line) =>
      run('bash', ['--norc', join(PROJECT, 'test/install/complete.bash'), script, line], cwd),
    ),
  zsh: (script, lines, cwd) =>
    plain(run('zsh', ['-f', join(PROJECT, 'test/install/complete.zsh'), script, ...lines], cwd))
      .split(/^== .*$/m)
      .slice(1),
  fish: (script, lines, cwd) =>
    lines.map((line) => run('fish', ['--no-config', '-c', `source ${script}; complete -C '${line}'`], cwd)),
};

function run(shell: string, args: readonly string[], cwd: string): string {
  return execFileSync(shell, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'], HOME: cwd, TERM: 'xterm', LANG: 'C.UTF-8' },
  });
}

/** Without what moves the cursor. */
function plain(screen: string): string {
  // eslint-disable-next-line no-control-regex
  return screen.replace(/\u001b\[[\d;?]*[A-Za-z]|[\u0007\r]/g, '');
}

/** The line until the tabulator is pressed, words that are then offered or filled in, and such that are not. */
const ASKED: readonly (readonly [line: string, offered: readonly string[], not: readonly string[]])[] = [
  ['domxml2qemu con', ['convert'], ['normalize', 'guest.xml']],
  ['domxml2qemu ', ['check', 'batch', 'completion', 'help', 'guest.xml', 'folder'], ['notes.txt']],
  ['domxml2qemu check ', ['guest.xml', 'folder'], ['normalize']],
  ['domxml2qemu --profile ', ['standalone', 'libvirt'], ['guest.xml']],
  ['domxml2qemu check -o ', ['text', 'json'], ['pretty', 'guest.xml']],
  ['domxml2qemu -o ', ['pretty', 'oneline', 'script'], ['guest.xml']],
  ['domxml2qemu normalize --in', ['--in-place'], ['--input']],
  ['domxml2qemu --qemu-version 7', ['7.0', '7.1', '7.2'], ['7.3', '8.0']],
  ['domxml2qemu diff --to-qemu-version 7', ['7.0', '7.1', '7.2'], ['8.0', 'guest.xml']],
  ['domxml2qemu diff --to-profile ', ['standalone', 'libvirt'], ['guest.xml']],
  ['domxml2qemu --only ', ['name', 'disks', 'net', 'video', 'machine'], ['guest.xml', 'notes.txt']],
  ['domxml2qemu run --without disks,ne', ['disks,net'], ['machine', 'guest.xml']],
  ['domxml2qemu --jobs ', ['auto'], ['guest.xml']],
  ['domxml2qemu explain --only interface,dis', ['interface,disk'], ['vcpus', 'guest.xml']],
  ['domxml2qemu explain --why scsi-', ['scsi-id'], ['bootindex', 'guest.xml']],
  ['domxml2qemu --qemu-conf ', ['notes.txt', 'guest.xml'], ['check']],
  ['domxml2qemu completion ', ['bash', 'zsh', 'fish'], ['guest.xml']],
  ['domxml2qemu help no', ['normalize'], ['guest.xml']],
];

describe.each(Object.entries(SHELLS))('%s', (name, ask) => {
  if (!installed(name)) {
    missing(`completion in ${name}`, name);
    return;
  }
  let folder: string;
  let answers: string[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'completion-'));
    for (const file of ['guest.xml', 'other guest.xml', 'notes.txt']) writeFileSync(join(folder, file), '');
    mkdirSync(join(folder, 'folder'));
    const script = join(folder, 'script');
    writeFileSync(script, command(['completion', name]).stdout);
    answers = ask(
      script,
      ASKED.map(([line]) => line),
      folder,
    );
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(ASKED.map((asked, index) => [asked[0], index] as const))('%s', (line, index) => {
    const [, offered, not] = ASKED[index]!;
    const answer = answers[index]!;
    // zsh shows the line that was typed as well.
    const shown = answer.replaceAll(line, '');
    // What is the only one is filled in: only its end is new on the screen.
    const found = (word: string) =>
      shown.includes(word) ||
      (offered.length === 1 && shown.includes(word.slice(line.split(' ').at(-1)!.length)));
    expect({ shown, missing: offered.filter((word) => !found(word)) }).toEqual({ shown, missing: [] });
    expect({ shown, extra: not.filter((word) => shown.includes(word)) }).toEqual({ shown, extra: [] });
  });
});
