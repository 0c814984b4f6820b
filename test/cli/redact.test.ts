import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRIVATE, SECRETS } from '../redactor/guest';
import { command, commands, MINIMAL, PROJECT, type Outcome } from './command';

const folder = mkdtempSync(join(tmpdir(), 'hooli-'));
const guest = join(folder, 'payroll-db.xml');
const AROUND = [
  '--host',
  'none',
  '--secret',
  `hooli-chap=${folder}/chap.key`,
  '--network',
  'hoolinet=hoolibr1',
];

beforeAll(() => {
  writeFileSync(guest, PRIVATE);
});
afterAll(() => rmSync(folder, { recursive: true }));

const leaks = (text: string, secrets: readonly string[] = SECRETS) =>
  [...secrets, folder].filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));

/** Everything that writes about a guest, as words before its file. */
const FORMS = [
  ...['pretty', 'json', 'nul', 'script', 'systemd'].map((form) => ['convert', '-o', form]),
  ['convert', '-p', 'libvirt', '--storage', 'blockdev'],
  ['convert', '--qmp', join(folder, 'qmp.sock')],
  ['check', '-v'],
  ['check', '-o', 'json'],
  ['explain', '--properties'],
  ['explain', '-o', 'json'],
  ['explain', '--html', '-'],
  ...['text', 'json', 'svg'].map((form) => ['tree', '-o', form]),
  ['diff', '-o', 'json', '--to-qemu-version', '10.0'],
  ['run', '--dry-run'],
  ['run', '--dry-run', '-o', 'json'],
  ['normalize'],
];

describe('every form', () => {
  const argsOf = (words: readonly string[]) => [
    ...[...words, '--redact', '--qemu-version', '7.2'],
    ...[...AROUND, guest],
  ];
  let outcomes: readonly Outcome[];
  beforeAll(() => {
    outcomes = commands(FORMS.map((words) => ({ args: argsOf(words) })));
  });

  test.each(FORMS.map((words, i) => [words.join(' ').replaceAll(folder, 'FOLDER'), words, i] as const))(
    '%s: says something, and no secret',
    (_, words, i) => {
      const { status, stdout, stderr } = outcomes[i]!;
      expect(leaks(stdout + stderr)).toEqual([]);
      expect([0, 1]).toContain(status);
      expect(stdout + stderr).toMatch(/guest1|file\d/);
      if (words.includes('json')) JSON.parse(stdout);
      // In a process of its own it says the same.
      if (words[0] === 'explain') expect(command(argsOf(words))).toEqual({ status, stdout, stderr });
    },
  );
});

test('a disk has one path in all of it', () => {
  const forms = [['convert'], ['explain'], ['normalize'], ['tree', '-o', 'json']];
  const paths = commands(forms.map((words) => ({ args: [...words, '--redact', ...AROUND, guest] }))).map(
    ({ stdout }) => /\/redacted\/path\d+\.qcow2/.exec(stdout)?.[0],
  );
  expect(paths[0]).toBeDefined();
  expect(new Set(paths).size).toBe(1);
});

test.each(['pretty', 'json', 'nul', 'script', 'systemd'])('--out-dir names no guest of -o %s', (form) => {
  const out = join(folder, `named-${form}`);
  const args = ['--redact', ...AROUND, '-o', form, '-d', out, guest];
  const { status } = command(args);
  expect(status).toBe(0);
  // A folder of that name cannot be written over, which is said by the name.
  const [written = ''] = readdirSync(out);
  expect(written).toContain('payroll-db.');
  rmSync(join(out, written), { recursive: true });
  mkdirSync(join(out, written));
  const again = command(args);
  expect(again.status).toBe(3);
  expect(again.stderr).not.toContain('payroll');
});

test('files that are written hold no secret, but for their names, which the user gave', () => {
  const out = join(folder, 'out');
  const page = join(folder, 'page.html');
  expect(leaks(command(['--redact', ...AROUND, '-d', out, guest]).stderr)).toEqual([]);
  expect(leaks(command(['explain', '--redact', ...AROUND, '--html', page, guest]).stderr)).toEqual([]);
  expect(leaks(command(['normalize', '--redact', ...AROUND, '-o', page + '.xml', guest]).stderr)).toEqual([]);
  expect(readdirSync(out)).toEqual(['payroll-db.args']);
  for (const file of [join(out, 'payroll-db.args'), page, `${page}.xml`])
    expect(leaks(readFileSync(file, 'utf8'))).toEqual([]);
});

test('a refusal quotes the hidden line, with the caret where it belongs', () => {
  const wrong = join(folder, 'payroll-wrong.xml');
  writeFileSync(wrong, PRIVATE.replace('dev="vdb"', 'dev="vda"').replace('type="qcow2"', 'type="hoolifs"'));
  const { status, stderr } = command(['check', '--redact', ...AROUND, wrong]);
  expect(status).toBe(1);
  expect(
    leaks(
      stderr,
      SECRETS.filter((secret) => secret !== 'hooli'),
    ),
  ).toEqual([]);
  expect(stderr).toMatch(/file\d\.xml:\d+:\d+: error/);
  const broken = join(folder, 'payroll-broken.xml');
  writeFileSync(broken, PRIVATE.replace('</source>', ''));
  const said = command(['--redact', broken]);
  expect(said.status).toBe(1);
  expect(leaks(said.stderr)).toEqual([]);
});

test('a file that is not there is not named', () => {
  const { status, stderr } = command(['--redact', join(folder, 'hooli-2.xml')]);
  expect(status).toBe(3);
  expect(stderr).toBe(`domxml2qemu: cannot read file1.xml: there is no such file
  help: write it with 'virsh dumpxml NAME > FILE', or begin one with 'domxml2qemu init FILE'
`);
});

test('a list of files is as secret as the files', () => {
  const list = join(folder, 'list');
  writeFileSync(list, `${guest}\n`);
  const { status, stdout, stderr } = command(['--redact', ...AROUND, '--files-from', list]);
  expect(status).toBe(0);
  expect(leaks(stdout + stderr)).toEqual([]);
});

test('two guests keep what they have in common and what they do not', () => {
  const other = join(folder, 'payroll-other.xml');
  writeFileSync(other, PRIVATE.replace('/var/log/hooli/serial.log', '/var/log/hooli/other.log'));
  const { status, stdout } = command(['diff', '--redact', ...AROUND, guest, other]);
  expect(status).toBe(1);
  expect(leaks(stdout)).toEqual([]);
  expect(stdout.match(/\/redacted\/path\d+\.log/g)?.length).toBe(2);
  expect(command(['diff', '--redact', ...AROUND, guest, guest]).status).toBe(0);
});

test('a command line that runs has the stand-ins of its guest', () => {
  const line = join(folder, 'line');
  writeFileSync(
    line,
    command(['-o', 'oneline', ...AROUND, guest]).stdout.replace('52:54:00:9a:b1:c7', '52:54:00:9a:b1:ff'),
  );
  const { stdout } = command(['diff', '--redact', ...AROUND, '--cmdline', line, guest]);
  expect(leaks(stdout)).toEqual([]);
  expect(stdout).toContain('52:54:00:00:00:03');
});

test.each([
  ['standalone', []],
  ['libvirt', ['-p', 'libvirt']],
  ['a graph of blocks', ['--storage', 'blockdev']],
])('a command line that is of quite another guest has no secret in it, %s', (_, options) => {
  const line = join(folder, 'line');
  writeFileSync(line, command(['-o', 'nul', ...options, ...AROUND, guest]).stdout);
  const { status, stdout } = command(['diff', '--redact', '-', '--cmdline', line, '-v'], { input: MINIMAL });
  expect(status).toBe(1);
  expect(leaks(stdout)).toEqual([]);
  expect(stdout).toMatch(/guest: guest1 -> guest2/);
});

test('batch hides where the request says so', () => {
  const options = {
    redact: true,
    host: 'none',
    secret: { 'hooli-chap': '/etc/hooli' },
    network: { hoolinet: 'br0' },
  };
  const lines = [
    { id: 1, xml: PRIVATE, options },
    { id: 2, file: guest, options },
    { id: 3, file: join(folder, 'hooli-3.xml'), options: { redact: true } },
  ];
  const { stdout } = command(['batch'], { input: lines.map((line) => `${JSON.stringify(line)}\n`).join('') });
  expect(leaks(stdout)).toEqual([]);
  const [one, two, three] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ok: boolean; argv: unknown });
  expect(one?.ok).toBe(true);
  expect(two?.argv).toEqual(one?.argv);
  expect(three?.ok).toBe(false);
});

test('the host is hidden as the guest is, and decides as it would', () => {
  const where = join(PROJECT, 'test/cases/scsi-sets/npiv/guest.xml');
  const facts = join(PROJECT, 'test/host/trees/npiv/snapshot.json');
  const args = ['-o', 'json', '--qemu-version', '10.0', '--host', facts, where];
  const open = command(args);
  const hidden = command(['--redact', ...args]);
  const secrets = (open.stdout.match(/[\da-f]{16,32}|(?:[\da-f]{2}:){7}[\da-f]{2}/gi) ?? []).filter((one) =>
    /[a-f1-9]/.test(one),
  );
  expect(secrets.length).toBeGreaterThan(0);
  expect(leaks(hidden.stdout + hidden.stderr, secrets)).toEqual([]);
  const words = (outcome: typeof open) => (JSON.parse(outcome.stdout) as { argv: string[] }).argv.length;
  expect(words(hidden)).toBe(words(open));
  expect(hidden.status).toBe(open.status);
});

test.each([
  [['run', '--redact', guest], '--dry-run'],
  [['verify', '--redact', guest], 'leave it out'],
  [['normalize', '--redact', '--in-place', guest], '--output FILE'],
])('what would start or overwrite a guest refuses: %j', (args, help) => {
  const { status, stdout, stderr } = command(args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(help);
  expect(readFileSync(guest, 'utf8')).toBe(PRIVATE);
});
