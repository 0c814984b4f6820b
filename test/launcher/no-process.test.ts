/** A system that starts no further process, as with `ulimit -n 20`. */
import * as processes from 'node:child_process';
import { EventEmitter } from 'node:events';
import { launch } from '../../src/launcher/launch';
import { Room } from './room';

jest.mock('node:child_process', () => {
  const actual = jest.requireActual<typeof processes>('node:child_process');
  return { ...actual, spawn: jest.fn(actual.spawn) };
});
const actual = jest.requireActual<typeof processes>('node:child_process');

let room: Room;
beforeEach(() => {
  room = new Room();
  room.program('qemu', 'exit 0');
  room.program('helper', 'exec sleep 60');
});
afterEach(() => room.remove());

/** As Node gives it back: no number, no streams, and the reason a moment later. */
function none(): processes.ChildProcess {
  const child = new EventEmitter();
  process.nextTick(() => child.emit('error', new Error('spawn EMFILE')));
  return Object.assign(child, { kill: () => false }) as unknown as processes.ChildProcess;
}

test.each([
  [0, 'the process that cleans up', []],
  [1, 'a host step', []],
  [2, 'helper', ['made']],
  [3, 'QEMU', ['made']],
])('process %i cannot be started: %s', async (which, what, made) => {
  let count = 0;
  jest
    .mocked(processes.spawn)
    .mockImplementation((...args: Parameters<typeof processes.spawn>) =>
      count++ === which ? none() : actual.spawn(...args),
    );
  const parts = {
    hostSteps: [
      {
        what: 'a file',
        commands: [`echo > ${room.at('made')}`],
        undo: [`mv ${room.at('made')} ${room.at('undone')}`],
      },
    ],
    companions: [{ name: 'helper', argv: [room.at('helper')], reason: 'a test' }],
    environment: [],
    sockets: [],
    options: [],
    program: room.at('qemu'),
  };
  const started = launch(parts, { stdio: 'ignore', say: () => {} }, ({ ended }) => ended);
  await expect(started).rejects.toThrow(`${what} cannot be started: spawn EMFILE`);
  expect([room.alive('helper'), room.text('undone')]).toEqual([false, made.length === 0 ? '' : '\n']);
});
