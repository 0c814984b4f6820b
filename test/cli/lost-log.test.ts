/** A guest whose log is lost, with programs that stand in for QEMU and what runs beside it. */
import * as files from 'node:fs';
import { startCommand } from '../../src/cli/start';
import * as startables from '../../src/cli/startable';
import { Room } from '../launcher/room';

jest.mock('../../src/cli/startable');
jest.mock('node:fs', () => {
  const actual = jest.requireActual<typeof files>('node:fs');
  return { ...actual, writeSync: jest.fn(actual.writeSync) };
});

let room: Room;
beforeEach(() => {
  room = new Room();
  jest.mocked(startables.textOf).mockResolvedValue('<domain/>');
});
afterEach(() => {
  room.remove();
  jest.resetAllMocks();
});

test.each(['EPIPE', 'ENOSPC'])(
  'a guest runs on when its log is lost (%s), and the status is its own',
  async (code) => {
    room.program('helper', 'until [ -e "$room/up" ]; do sleep 0.02; done; echo a word; exit 3');
    room.program(
      'qemu',
      'echo > "$room/up"; echo early >&2; sleep 2.2; echo late >&2; sleep 0.3; echo > "$room/done"; exit 6',
    );
    const plan = {
      program: room.at('qemu'),
      environment: [],
      companions: [{ name: 'helper', argv: [room.at('helper')], reason: 'a test' }],
      hostSteps: [{ what: 'a step', commands: ['true'] }],
    };
    jest.mocked(startables.startable).mockResolvedValue({
      plan,
      options: [],
      emitted: [],
      explanation: { program: '', groups: [], decisions: [] },
    } as unknown as startables.Startable);
    jest.mocked(files.writeSync).mockImplementation(() => {
      throw Object.assign(new Error(code), { code });
    });
    expect(await startCommand('guest.xml', {})).toBe(6);
    expect(room.text('done')).toBe('\n');
  },
);
