import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { statusOf } from '../../src/launcher/ending';
import { LaunchFailure } from '../../src/launcher/failure';
import { launch, type LaunchSettings } from '../../src/launcher/launch';
import type { Launch } from '../../src/launcher/launchable';
import { Room } from './room';

let room: Room;
let said: string[];
beforeEach(() => {
  room = new Room();
  said = [];
});
afterEach(() => room.remove());

const companion = (name: string, socket?: string) => ({
  name,
  argv: [room.at(name), ...(socket === undefined ? [] : [room.at(socket)])],
  socket: socket === undefined ? undefined : room.at(socket),
  reason: 'the guest needs it',
});

/** Starts the room's `qemu`; its exit status. */
async function start(parts: Partial<Launch> = {}, settings: Partial<LaunchSettings> = {}): Promise<number> {
  return launch(
    room.whole(parts),
    { stdio: ['ignore', 'ignore', 'inherit'], say: (line) => said.push(line), ...settings },
    async ({ ended }) => statusOf(await ended),
  );
}

test("QEMU gets its words and its environment, without a shell, and its status is the launch's", async () => {
  room.program('qemu', `printf '%s|' "$@" "$FROM_PLAN" > "$room/words"; exit 7`);
  const options = [['-name', "a'b $(touch x); c"], ['-S']];
  expect(await start({ options, environment: [{ name: 'FROM_PLAN', value: '$HOME "x"' }] })).toBe(7);
  expect(room.text('words')).toBe(`-name|a'b $(touch x); c|-S|$HOME "x"|`);
});

test('a QEMU that a signal ends has the status of a shell', async () => {
  room.program('qemu', 'kill -KILL $$');
  expect(await start()).toBe(137);
});

test('companions start in order, each when the one before listens; they end after QEMU, the last first', async () => {
  room.server('one', { after: 150 });
  room.server('two');
  room.program('qemu', 'sleep 0.1; echo "qemu ends" >> "$room/order"');
  expect(await start({ companions: [companion('one', 'a socket'), companion('two', 'b')] })).toBe(0);
  expect(room.order()).toEqual([
    'one starts',
    'one listens',
    'two starts',
    'two listens',
    'qemu starts',
    'qemu ends',
    'two ends',
    'one ends',
  ]);
  expect(said).toEqual(['starts one: the guest needs it', 'starts two: the guest needs it']);
  expect(['one', 'two'].map((name) => room.alive(name))).toEqual([false, false]);
  expect(['a socket', 'b'].map((name) => existsSync(room.at(name)))).toEqual([false, false]);
});

test('a companion that ignores SIGTERM is killed, with what it started', async () => {
  room.program(
    'stubborn',
    `trap '' TERM; sleep 60 & echo $! > "$room/child.pid"; exec '${process.execPath}' -e 'process.on("SIGTERM", () => {}); require("net").createServer().listen(process.argv[1])' "$1"`,
  );
  room.program('qemu', 'exit 0');
  expect(await start({ companions: [companion('stubborn', 'socket')] }, { grace: 300 })).toBe(0);
  expect(await room.untilDead('stubborn', 'child')).toEqual([]);
});

test('a companion that dies early is named with what it said, and the ones before it end', async () => {
  room.server('one');
  room.program('two', 'echo "cannot open the state" >&2; exit 3');
  room.program('qemu', 'exit 0');
  await expect(start({ companions: [companion('one', 'a'), companion('two', 'b')] })).rejects.toThrow(
    'two ended with status 3 before its socket was there\n    cannot open the state',
  );
  expect(room.alive('one')).toBe(false);
  expect(room.order()).not.toContain('qemu starts');
});

test.each([
  ['fails while QEMU runs', 'exit 3', 'sleep 0.5', ['one ended with status 3']],
  ['is done while QEMU runs', 'exit 0', 'sleep 0.5', []],
  ['fails after QEMU', 'exec sleep 60', 'exit 0', []],
])('the end of a companion that %s', async (_, end, qemu, told) => {
  room.program('one', end);
  room.program('qemu', qemu);
  await start({ companions: [companion('one')] });
  expect(said.slice(1)).toEqual(told);
});

test('what a companion leaves where it is ended is removed', async () => {
  room.server('one');
  room.program('qemu', 'exit 0');
  const left = room.at('left behind');
  writeFileSync(left, '');
  await start({ companions: [{ ...companion('one', 'a'), leaves: [left] }] });
  expect(existsSync(left)).toBe(false);
});

test('where the watcher is killed, another does its work', async () => {
  room.server('one');
  room.program('qemu', `kill -KILL $(pgrep -P "$PPID" -f domxml2qemu-watcher); exit 0`);
  const hostSteps = [{ what: 'a step', commands: ['true'], undo: [`echo > ${room.at('undone')}`] }];
  expect(await start({ hostSteps, companions: [companion('one', 'a')] })).toBe(0);
  expect([room.alive('one'), existsSync(room.at('a')), existsSync(room.at('undone'))]).toEqual([
    false,
    false,
    true,
  ]);
});

test('a companion that opens no socket in time', async () => {
  room.program('slow', 'echo "waits for a lock" >&2; exec sleep 60');
  room.program('qemu', 'exit 0');
  await expect(start({ companions: [companion('slow', 'a')] }, { patience: 500 })).rejects.toMatchObject({
    message: expect.stringMatching(
      /^slow did not open its socket .*\/a within 0.5 seconds\n {4}waits for a lock$/,
    ) as string,
    help: `try it by hand: ${room.at('slow')} ${room.at('a')}`,
  });
  expect(room.alive('slow')).toBe(false);
});

test('a companion that is not installed', async () => {
  room.program('qemu', 'exit 0');
  const one = { ...companion('swtpm'), argv: ['domxml2qemu-no-such-program'] };
  await expect(start({ companions: [one] })).rejects.toMatchObject({
    message: 'swtpm is not installed: domxml2qemu-no-such-program is not in PATH',
    help: 'install it: the guest needs it',
  });
  const named = { ...one, argv: [room.at('none')] };
  await expect(start({ companions: [named] })).rejects.toThrow(
    `swtpm is not installed: ${room.at('none')} is not on this host, or no program`,
  );
});

test('a socket that was left over is replaced, one that is served is not touched', async () => {
  room.server('one');
  room.program('qemu', 'exit 0');
  const server = createServer().listen(room.at('a'));
  await new Promise((done) => server.once('listening', done));
  await expect(start({ companions: [companion('one', 'a')] })).rejects.toThrow(
    `another process serves ${room.at('a')}, the socket of one`,
  );
  expect(existsSync(room.at('a'))).toBe(true);
  await new Promise((done) => server.close(done));
  writeFileSync(room.at('a'), 'no socket');
  await expect(start({ companions: [companion('one', 'a')] })).rejects.toThrow('is taken by another file');
  expect(room.text('a')).toBe('no socket');
});

test('host steps come first, say what they do, and what they export holds for all after them', async () => {
  room.program('qemu', 'printf "%s" "$AGENT" > "$room/agent"');
  const hostSteps = [
    {
      what: 'an agent',
      commands: ["AGENT='at /x'", 'export AGENT'],
      undo: [`echo "$AGENT" > ${room.at('undone')}`],
    },
    { what: 'a file', commands: [`echo made > ${room.at('made')}`], undo: [`rm ${room.at('made')}`] },
  ];
  expect(await start({ hostSteps })).toBe(0);
  expect(said).toEqual(['host step: an agent', 'host step: a file']);
  expect(room.text('agent')).toBe('at /x');
  expect([room.text('undone'), existsSync(room.at('made'))]).toEqual(['at /x\n', false]);
});

test('a host step that fails ends it, named with its commands', async () => {
  room.program('qemu', 'exit 0');
  const failed = start({
    hostSteps: [{ what: 'two things', commands: ['false', `echo > ${room.at('second')}`] }],
  });
  await expect(failed).rejects.toMatchObject({
    message: 'a host step failed with status 1: two things',
    help: expect.stringMatching(new RegExp(`do it by hand: false; echo > ${room.at('second')}$`)) as string,
  });
  expect([existsSync(room.at('second')), room.text('order')]).toEqual([false, '']);
});

const undoable = (name: string, ...commands: string[]) => ({
  what: name,
  commands,
  undo: [`echo "${name} \${MADE-} \${GONE-}" >> ${room.at('undone')}`, 'false'],
});

test('what steps did is taken back, the last first, with what they exported', async () => {
  room.program('qemu', 'exit 0');
  process.env['GONE'] = 'there before';
  const hostSteps = [
    undoable('one', "MADE='a\nb'; export MADE"),
    undoable('two', 'unset GONE', 'MADE="$MADE\'s"'),
  ];
  try {
    await start({ hostSteps });
  } finally {
    delete process.env['GONE'];
  }
  expect(room.text('undone')).toBe("two a\nb's \none a\nb's \n");
});

test('what was done is taken back where a later step fails, and of that one what its first command began', async () => {
  const hostSteps = [
    undoable('one', 'export MADE=1'),
    undoable('half', 'export MADE=2', 'false'),
    undoable('never', 'true'),
  ];
  await expect(start({ hostSteps })).rejects.toThrow('a host step failed with status 1: half');
  expect(room.text('undone')).toBe('half 2 \none 2 \n');
});

test('a step whose first command failed began nothing', async () => {
  await expect(start({ hostSteps: [undoable('one', 'true'), undoable('two', 'false')] })).rejects.toThrow();
  expect(room.text('undone')).toBe('one  \n');
});

test('a signal in a step ends it after the command that is at work, and what was done is taken back', async () => {
  const hostSteps = [
    undoable('one', 'true'),
    undoable(
      'slow',
      'export MADE=1',
      `echo x > ${room.at('began')}; until [ -e ${room.at('asked')} ]; do sleep 0.02; done`,
      `echo > ${room.at('after')}`,
    ),
    undoable('never', 'true'),
  ];
  const failed = expect(start({ hostSteps })).rejects.toThrow('ended by SIGTERM');
  await room.until('began');
  process.emit('SIGTERM', 'SIGTERM');
  writeFileSync(room.at('asked'), '');
  await failed;
  expect([room.text('undone'), existsSync(room.at('after'))]).toEqual(['slow 1 \none 1 \n', false]);
});

test('QEMU is started by the words of a step', async () => {
  room.program('wrap', 'exec "$@"');
  room.program('qemu', 'exit 5');
  expect(await start({ hostSteps: [{ what: 'w', commands: ['false'], prefix: [room.at('wrap')] }] })).toBe(5);
  expect(room.order()).toEqual(['wrap starts', 'qemu starts']);
});

test('what was made for the start is removed, a folder after its files', async () => {
  room.program('qemu', 'echo > "$room/made/a socket"; ls -ld "$room/made" > "$room/seen"');
  await start({ sockets: [room.at('made/a socket')], folder: room.at('made') });
  expect(existsSync(room.at('made'))).toBe(false);
  expect(room.text('seen')).toMatch(/^drwx------/);
});

test('a folder for the start is not made before what is there in its time', async () => {
  room.program('qemu', 'exit 0');
  const failed = start({ hostSteps: [{ what: 'w', commands: ['false'] }], folder: room.at('made') });
  await expect(failed).rejects.toThrow();
  expect(existsSync(room.at('made'))).toBe(false);
});

test('a file where QEMU is to listen is not deleted', async () => {
  room.program('qemu', 'rm -f "$room/notes"');
  writeFileSync(room.at('notes'), 'mine');
  await expect(start({ sockets: [room.at('notes')] })).rejects.toThrow(
    /notes, a socket of QEMU, is taken by another file/,
  );
  expect(room.text('notes')).toBe('mine');
});

test.each([true, false])(
  'a body that fails as a signal ends QEMU was interrupted (a signal: %s)',
  async (told) => {
    room.program('qemu', 'echo > "$room/up"; while [ ! -e "$room/end" ]; do sleep 0.02; done; exit 1');
    const asking = launch(room.whole(), { stdio: 'ignore', say: () => {} }, async ({ ended }) => {
      await room.until('up');
      if (told) process.emit('SIGTERM', 'SIGTERM');
      writeFileSync(room.at('end'), '');
      await ended;
      throw new LaunchFailure('QEMU ended');
    });
    await expect(asking).rejects.toThrow(told ? 'ended by SIGTERM' : 'QEMU ended');
  },
);

test('a QEMU that is not there', async () => {
  room.server('one');
  const gone = start({ companions: [companion('one', 'a')], program: '/nonexistent/qemu' });
  await expect(gone).rejects.toThrow('/nonexistent/qemu is not on this host');
  expect(room.alive('one')).toBe(false);
});

test.each([
  ['INT', 130],
  ['TERM', 143],
])('a host step that is told to end by %s ends as a shell does', async (signal, status) => {
  const hostSteps = [{ what: 'cut off', commands: [`kill -${signal} $$`, `echo > ${room.at('second')}`] }];
  await expect(start({ hostSteps })).rejects.toThrow(`status ${status}`);
  expect(existsSync(room.at('second'))).toBe(false);
});
