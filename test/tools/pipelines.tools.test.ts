/** The recipes of docs/pipelines.md, as they stand there, by the programs that they are for. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needing, PIPELINE, program, recipes, Workplace } from './pipeline';

let place: Workplace;
beforeEach(() => (place = new Workplace()));
afterEach(() => place.remove());

const CONVERTED = ['web1.args', 'web2.args'];

test('a list of files by find', () => {
  const { status, stderr } = place.shell(
    "find guests -name '*.xml' -print0 | domxml2qemu --host none --out-dir commands --files-from -",
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/2 converted, 1 refused \(guests\/broken\.xml\), [\d.]+ s\n$/);
  expect(place.commands()).toEqual(CONVERTED);
});

test('xargs: a process for many files, and 123 where guests were refused', () => {
  const [recipe] = recipes('xargs');
  const { status, stderr } = place.shell(recipe);
  expect({ status, commands: place.commands() }).toEqual({ status: 123, commands: CONVERTED });
  expect(stderr).toContain('1 refused');
  place.withoutBroken();
  expect(place.shell(recipe).status).toBe(0);
});

test('xargs: the words of a command, whole', () => {
  const [, recipe = ''] = recipes('xargs');
  program(place.path('bin/qemu-system-x86_64'), 'printf "%s\\n" "$@"');
  const guest = readFileSync(place.path('guests/web1.xml'), 'utf8');
  const odd = guest.replace(/file='([^']+)\.qcow2'/, "file='/images/a  &quot;b&quot; $c.qcow2'");
  expect(odd).not.toBe(guest);
  writeFileSync(place.path('guest.xml'), odd.replace(/<emulator>[^<]*<\/emulator>/, ''));
  const { status, stdout } = place.shell(recipe.replace('domxml2qemu', 'domxml2qemu --host none'));
  expect(status).toBe(0);
  expect(stdout).toContain('/images/a  "b" $c.qcow2');
});

needing(['parallel'], 'GNU parallel: processes for many files, in order', () => {
  place.withoutBroken();
  const { status, stdout } = place.shell(recipes('GNU parallel')[0]);
  expect(status).toBe(0);
  expect(stdout.match(/guest=web\d/g)).toEqual(['guest=web1', 'guest=web2']);
  expect(stdout.trimEnd().split('\n')).toHaveLength(2);
});

needing(['parallel'], 'GNU parallel: a batch in blocks, in order', () => {
  const requests = Array.from({ length: 300 }, (_, id) =>
    JSON.stringify({ id, file: `guests/web${1 + (id % 2)}.xml`, options: { host: 'none' } }),
  );
  writeFileSync(place.path('requests.ndjson'), `${requests.join('\n')}\n`);
  const { status } = place.shell(recipes('GNU parallel')[1]?.replace('1M', '8k'));
  expect(status).toBe(0);
  const answers = readFileSync(place.path('answers.ndjson'), 'utf8').trimEnd().split('\n');
  expect(answers.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual(requests.map((_, id) => id));
});

needing(['parallel'], 'across machines: guests go there, commands come back', () => {
  mkdirSync(place.path('commands'));
  const { status, stderr } = place.shell(recipes('Across machines')[0], { HOSTS: ':' });
  expect({ status, commands: place.commands() }).toEqual({ status: 1, commands: CONVERTED });
  expect(stderr).toContain('broken.xml: refused: 1 error');
});

needing(['ansible-playbook'], 'Ansible: refused guests are no failure of the play', () => {
  cpSync(join(PIPELINE, 'playbook.yml'), place.path('playbook.yml'));
  const env = {
    PWD: place.folder,
    LC_ALL: 'C.UTF-8',
    ANSIBLE_LOCALHOST_WARNING: 'false',
    ANSIBLE_NOCOLOR: '1',
  };
  const { status, stdout } = place.shell(recipes('Ansible')[0], env);
  expect(stdout).toContain('1 refused');
  expect(stdout).toMatch(/"virtio-blk-pci,/);
  expect(stdout).toMatch(/failed=0/);
  expect({ status, commands: place.commands() }).toEqual({ status: 0, commands: CONVERTED });
  rmSync(place.path('bin/domxml2qemu'));
  expect(place.shell(recipes('Ansible')[0], env).status).not.toBe(0);
});

describe('Terraform: an object of strings each way', () => {
  const query = (value: object) =>
    place.shell(join(PIPELINE, 'terraform-external.sh'), {}, JSON.stringify(value));

  needing(['jq'], 'a command', () => {
    const { status, stdout, stderr } = query({ file: 'guests/web1.xml', qemu_version: '10.0' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { command, ...rest } = JSON.parse(stdout) as Record<string, string>;
    expect(command).toMatch(/^qemu-system-x86_64 -name guest=web1 /);
    expect(rest).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
  });

  needing(['jq'], 'a refusal is a status and its reason', () => {
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
  const job = () => place.shell(`set -e\n${lines.join('\n')}`);
  expect(job()).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('target-name-unknown') as unknown,
  });
  place.withoutBroken();
  const git = 'git -c user.name=ci -c user.email=ci@localhost';
  expect(place.shell(`git init -q . && ${lines[1]} && git add . && ${git} commit -qm guests`).status).toBe(0);
  expect(job()).toMatchObject({ status: 0, stdout: '' });
  const guest = place.path('guests/web1.xml');
  writeFileSync(guest, readFileSync(guest, 'utf8').replace(/<vcpu>\d+/, '<vcpu>7'));
  const changed = job();
  expect(changed.status).toBe(1);
  expect(changed.stdout).toContain('+  -smp 7');
});
