import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchPlan } from '../../src/model/plan';
import { script } from '../../src/renderer/script';
import { installed, missing } from '../qemu/qemus';

type Parts = Partial<Pick<LaunchPlan, 'companions' | 'hostSteps' | 'environment'>>;

/** A folder with a QEMU that writes its words down, and a companion that opens the socket it is given. */
let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'script-'));
  program('qemu', `printf '%s\\n' "$@" > ${at('words')}; cat > ${at('input')}; exit \${CODE:-7}`);
  program('patient-qemu', `echo > ${at('up')}; exec sleep 60`);
  program(
    'companion',
    `echo $$ > ${at('companion.pid')}
exec ${process.execPath} -e 'require("net").createServer().listen(process.argv[1])' "$1"`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, body: string): void {
  writeFileSync(at(name), `#!/bin/sh\n${body}\n`);
  chmodSync(at(name), 0o755);
}

function text(parts: Parts, name = 'qemu', words: string[][] = [['-name', "a'b $c"]]): string {
  const plan = { companions: [], hostSteps: [], environment: [], program: at(name), ...parts };
  return script(plan as unknown as LaunchPlan, words);
}

const run = (source: string) => spawnSync('sh', ['-c', source], { encoding: 'utf8', input: 'typed' });

const companion = () => ({
  name: 'companion',
  argv: [at('companion'), at('a socket')],
  socket: at('a socket'),
  reason: 'the guest needs it\nrm -rf /',
});

const isAlive = () => {
  const pid = readFileSync(at('companion.pid'), 'utf8').trim();
  return spawnSync('kill', ['-0', pid]).status === 0;
};

test('without companions the script becomes QEMU', () => {
  const source = text({ environment: [{ name: 'TZ', value: 'Europe/Berlin' }] });
  expect(source).toContain('exec env TZ=Europe/Berlin ');
  expect(run(source)).toMatchObject({ status: 7, stderr: '' });
  expect(readFileSync(at('words'), 'utf8')).toBe("-name\na'b $c\n");
  expect(readFileSync(at('input'), 'utf8')).toBe('typed');
});

test('a step that fails ends it before QEMU', () => {
  const source = text({
    hostSteps: [
      { what: 'two things', commands: [`echo done > ${at('first')}`, 'false'] },
      { what: 'a third', commands: [`echo done > ${at('third')}`] },
    ],
  });
  expect(run(source).status).toBe(1);
  expect(['first', 'third', 'words'].map((name) => existsSync(at(name)))).toEqual([true, false, false]);
});

test('what a step did is taken back after QEMU, the last first', () => {
  const step = (name: string) => ({
    what: name,
    commands: ['true'],
    undo: [`echo ${name} >> ${at('undone')}; false`],
  });
  expect(run(text({ hostSteps: [step('one'), step('two')] })).status).toBe(7);
  expect(readFileSync(at('undone'), 'utf8')).toBe('two\none\n');
});

test('what was done is taken back where a later step fails, and of that one what its first command began', () => {
  const step = (name: string, ...commands: string[]) => ({
    what: name,
    commands,
    undo: [`echo ${name} >> ${at('undone')}`],
  });
  const hostSteps = [step('one', 'true', 'true'), step('half', 'true', 'false'), step('never', 'true')];
  expect(run(text({ hostSteps })).status).toBe(1);
  expect(readFileSync(at('undone'), 'utf8')).toBe('half\none\n');
  rmSync(at('undone'));
  expect(run(text({ hostSteps: [step('one', 'true'), step('not begun', 'false')] })).status).toBe(1);
  expect(readFileSync(at('undone'), 'utf8')).toBe('one\n');
  expect(existsSync(at('words'))).toBe(false);
});

test('a signal between the steps takes back what was done; a step is done whole', async () => {
  const hostSteps = [
    {
      what: 'slow',
      commands: [
        `echo > ${at('began')}; until [ -e ${at('asked')} ]; do sleep 0.02; done`,
        `echo > ${at('whole')}`,
      ],
      undo: [`echo > ${at('undone')}`],
    },
    { what: 'later', commands: [`echo > ${at('later')}`] },
  ];
  const shell = spawn('sh', ['-c', text({ hostSteps })]);
  while (!existsSync(at('began'))) await new Promise((done) => setTimeout(done, 20));
  const ended = new Promise((done) => shell.on('exit', done));
  shell.kill('SIGTERM');
  writeFileSync(at('asked'), '');
  expect(await ended).toBe(143);
  expect(['whole', 'undone', 'later', 'words'].map((name) => existsSync(at(name)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('QEMU is started by the words of a step', () => {
  program('wrap', `echo > ${at('wrapped')}; exec "$@"`);
  const source = text({ hostSteps: [{ what: 'w', commands: ['false'], prefix: [at('wrap')] }] });
  expect(run(source).status).toBe(7);
  expect(existsSync(at('wrapped'))).toBe(true);
});

test('a step that brings unknown devices ends in a request to convert again', () => {
  const source = text({
    hostSteps: [{ what: 'a port', commands: [`echo > ${at('made')}`], creates: 'vport' }],
  });
  const { status, stderr } = run(source);
  expect(status).toBe(75);
  expect(stderr).toContain('convert the guest again');
  expect([existsSync(at('made')), existsSync(at('words'))]).toEqual([true, false]);
});

test("a companion is there before QEMU and gone after it, and the status is QEMU's", () => {
  writeFileSync(at('a socket'), 'left over');
  expect(run(text({ companions: [companion()] }))).toMatchObject({ status: 7, stderr: '' });
  expect(readFileSync(at('input'), 'utf8')).toBe('typed');
  expect([isAlive(), existsSync(at('a socket'))]).toEqual([false, false]);
});

test('what a companion leaves where it is ended is gone, too', () => {
  writeFileSync(at('left behind'), '');
  const source = text({ companions: [{ ...companion(), leaves: [at('left behind')] }] });
  expect(run(source)).toMatchObject({ status: 7, stderr: '' });
  expect(existsSync(at('left behind'))).toBe(false);
});

test('a companion that opens no socket ends it', () => {
  program('companion', 'exit 0');
  const { status, stderr } = run(text({ companions: [companion()] }).replaceAll('left=100', 'left=2'));
  expect({ status, stderr }).toEqual({ status: 1, stderr: `${at('a socket')} did not appear\n` });
  expect(existsSync(at('words'))).toBe(false);
});

test('a companion that ignores TERM is ended all the same, after a while', () => {
  program(
    'companion',
    `echo $$ > ${at('companion.pid')}
exec ${process.execPath} -e 'process.on("SIGTERM", () => {}); require("net").createServer().listen(process.argv[1])' "$1"`,
  );
  const begun = Date.now();
  const source = text({ companions: [companion()] }).replace('left=100', 'left=5');
  expect(run(source)).toMatchObject({ status: 7, stderr: '' });
  expect(Date.now() - begun).toBeGreaterThanOrEqual(500);
  expect([isAlive(), existsSync(at('a socket'))]).toEqual([false, false]);
});

test.each(['SIGTERM', 'SIGQUIT'] as const)('%s ends QEMU and its companion', async (signal) => {
  const shell = spawn('sh', ['-c', text({ companions: [companion()] }, 'patient-qemu')]);
  while (!existsSync(at('up'))) await new Promise((done) => setTimeout(done, 20));
  const ended = new Promise((done) => shell.on('exit', done));
  shell.kill(signal);
  // QEMU is ended by TERM, whichever came; the script may be about to wait for it.
  expect([143, 131]).toContain(await ended);
  expect([isAlive(), existsSync(at('a socket'))]).toEqual([false, false]);
});

test('a guest without a standard input starts', () => {
  const source = text({ companions: [companion()] });
  const { status, stderr } = spawnSync('sh', ['-c', 'exec <&-; exec sh -c "$0"', source], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 7, stderr: '' });
});

test('a socket that somebody serves stops it before the first step, and stays', async () => {
  const server = createServer().listen(at('a socket'));
  await new Promise((done) => server.once('listening', done));
  const hostSteps = [
    { what: 'a step', commands: [`echo > ${at('first')}`], undo: [`echo > ${at('undone')}`] },
  ];
  const { status, stderr } = run(text({ companions: [companion()], hostSteps }));
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: `another process serves ${at('a socket')}: the guest may be running already\n`,
  });
  expect(['a socket', 'first', 'undone', 'words'].map((name) => existsSync(at(name)))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  await new Promise((done) => server.close(done));
});

if (!installed('shellcheck')) missing('shellcheck has nothing to say', 'shellcheck');
else
  test.each([true, false])('shellcheck has nothing to say (a companion: %s)', (has) => {
    const companions = has ? [companion()] : [];
    const source = text({
      companions,
      hostSteps: [
        { what: 'a', commands: ['true', 'true'], undo: ['true'] },
        { what: 'b', commands: ['true'] },
        { what: 'c', commands: ['true'], undo: ['true', 'true'] },
      ],
    });
    const { status, stdout } = spawnSync('shellcheck', ['-'], { input: source, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
