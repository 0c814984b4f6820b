/** The recipes of docs/pipelines.md, as they stand there, by the programs that they are for. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../cli/command';
import { installed, missing } from '../qemu/qemus';

const PIPELINE = join(PROJECT, 'examples/pipeline');

/** The commands that a section of the document shows. */
function recipes(heading: string): string[] {
  const text = readFileSync(join(PROJECT, 'docs/pipelines.md'), 'utf8');
  const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/(?:^ {4}.*\n?)+/gm)].map(([block]) =>
    block.replaceAll(/^ {4}/gm, '').trimEnd(),
  );
}

/** A folder with guests, of which broken.xml is refused, and the program in PATH. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
  cpSync(join(PIPELINE, 'guests'), join(folder, 'guests'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  const launcher = join(folder, 'bin/domxml2qemu');
  writeFileSync(launcher, `#!/bin/sh\nexec "${process.execPath}" "${PROJECT}/bin/domxml2qemu.js" "$@"\n`);
  chmodSync(launcher, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

const withoutBroken = () => unlinkSync(join(folder, 'guests/broken.xml'));

function shell(script: string | undefined, env: NodeJS.ProcessEnv = {}, input = '') {
  if (script === undefined) throw new Error('the document has no such recipe');
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: `${folder}/bin:${process.env['PATH']}`, HOME: folder, XDG_CACHE_HOME: '/dev/null', ...env },
  });
  return { status, stdout, stderr };
}

const commands = () => readdirSync(join(folder, 'commands'));
const CONVERTED = ['web1.args', 'web2.args'];

/** A test that needs a program of Debian. */
function needing(program: string, args: readonly string[], name: string, body: () => void): void {
  if (installed(program, args)) test(name, body, 60_000);
  else missing(name, `${program} (Debian: ${{ 'ansible-playbook': 'ansible-core' }[program] ?? program})`);
}

test('a list of files by find', () => {
  const { status, stderr } = shell(
    "find guests -name '*.xml' -print0 | domxml2qemu --host none --out-dir commands --files-from -",
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/2 converted, 1 refused \(guests\/broken\.xml\), [\d.]+ s\n$/);
  expect(commands()).toEqual(CONVERTED);
});

test('xargs: a process for many files, and 123 where guests were refused', () => {
  const [recipe] = recipes('xargs');
  const { status, stderr } = shell(recipe);
  expect({ status, commands: commands() }).toEqual({ status: 123, commands: CONVERTED });
  expect(stderr).toContain('1 refused');
  withoutBroken();
  expect(shell(recipe).status).toBe(0);
});

test('xargs: the words of a command, whole', () => {
  const [, recipe = ''] = recipes('xargs');
  const qemu = join(folder, 'bin/qemu-system-x86_64');
  writeFileSync(qemu, '#!/bin/sh\nprintf "%s\\n" "$@"\n');
  chmodSync(qemu, 0o755);
  const guest = readFileSync(join(folder, 'guests/web1.xml'), 'utf8');
  const odd = guest.replace(/file='([^']+)\.qcow2'/, "file='/images/a  &quot;b&quot; $c.qcow2'");
  expect(odd).not.toBe(guest);
  writeFileSync(join(folder, 'guest.xml'), odd.replace(/<emulator>[^<]*<\/emulator>/, ''));
  const { status, stdout } = shell(recipe.replace('domxml2qemu', 'domxml2qemu --host none'));
  expect(status).toBe(0);
  expect(stdout).toContain('/images/a  "b" $c.qcow2');
});

needing('parallel', ['--version'], 'GNU parallel: processes for many files, in order', () => {
  withoutBroken();
  const { status, stdout } = shell(recipes('GNU parallel')[0]);
  expect(status).toBe(0);
  expect(stdout.match(/guest=web\d/g)).toEqual(['guest=web1', 'guest=web2']);
  expect(stdout.trimEnd().split('\n')).toHaveLength(2);
});

needing('parallel', ['--version'], 'GNU parallel: a batch in blocks, in order', () => {
  const requests = Array.from({ length: 300 }, (_, id) =>
    JSON.stringify({ id, file: `guests/web${1 + (id % 2)}.xml`, options: { host: 'none' } }),
  );
  writeFileSync(join(folder, 'requests.ndjson'), `${requests.join('\n')}\n`);
  const { status } = shell(recipes('GNU parallel')[1]?.replace('1M', '8k'));
  expect(status).toBe(0);
  const answers = readFileSync(join(folder, 'answers.ndjson'), 'utf8').trimEnd().split('\n');
  expect(answers.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual(requests.map((_, id) => id));
});

needing('parallel', ['--version'], 'across machines: guests go there, commands come back', () => {
  mkdirSync(join(folder, 'commands'));
  const { status, stderr } = shell(recipes('Across machines')[0], { HOSTS: ':' });
  expect({ status, commands: commands() }).toEqual({ status: 1, commands: CONVERTED });
  expect(stderr).toContain('broken.xml: refused: 1 error');
});

needing('ansible-playbook', ['--version'], 'Ansible: refused guests are no failure of the play', () => {
  cpSync(join(PIPELINE, 'playbook.yml'), join(folder, 'playbook.yml'));
  const env = { PWD: folder, LC_ALL: 'C.UTF-8', ANSIBLE_LOCALHOST_WARNING: 'false', ANSIBLE_NOCOLOR: '1' };
  const { status, stdout } = shell(recipes('Ansible')[0], env);
  expect(stdout).toContain('1 refused');
  expect(stdout).toMatch(/"virtio-blk-pci,/);
  expect(stdout).toMatch(/failed=0/);
  expect({ status, commands: commands() }).toEqual({ status: 0, commands: CONVERTED });
  rmSync(join(folder, 'bin/domxml2qemu'));
  expect(shell(recipes('Ansible')[0], env).status).not.toBe(0);
});

describe('Terraform: an object of strings each way', () => {
  const query = (value: object) => shell(join(PIPELINE, 'terraform-external.sh'), {}, JSON.stringify(value));

  needing('jq', ['--version'], 'a command', () => {
    const { status, stdout, stderr } = query({ file: 'guests/web1.xml', qemu_version: '10.0' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { command, ...rest } = JSON.parse(stdout) as Record<string, string>;
    expect(command).toMatch(/^qemu-system-x86_64 -name guest=web1 /);
    expect(rest).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
  });

  needing('jq', ['--version'], 'a refusal is a status and its reason', () => {
    const { status, stdout, stderr } = query({ file: 'guests/broken.xml', qemu_version: '10.0' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('error[target-name-unknown]');
    expect(query({ file: 'guests/web1.xml' }).status).not.toBe(0);
  });
});

test('a CI job: ends where a guest would not convert, and where a command has changed', () => {
  const lines = (recipes('A CI job')[0] ?? '')
    .split('\n')
    .flatMap((line) => /^ +- (.+)$/.exec(line)?.[1] ?? []);
  expect(lines).toHaveLength(3);
  const job = () => shell(`set -e\n${lines.join('\n')}`);
  expect(job()).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('target-name-unknown') as unknown,
  });
  withoutBroken();
  const git = 'git -c user.name=ci -c user.email=ci@localhost';
  expect(shell(`git init -q . && ${lines[1]} && git add . && ${git} commit -qm guests`).status).toBe(0);
  expect(job()).toMatchObject({ status: 0, stdout: '' });
  const guest = join(folder, 'guests/web1.xml');
  writeFileSync(guest, readFileSync(guest, 'utf8').replace(/<vcpu>\d+/, '<vcpu>7'));
  const changed = job();
  expect(changed.status).toBe(1);
  expect(changed.stdout).toContain('+  -smp 7');
});
