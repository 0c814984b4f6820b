import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { launch } from '../../src/launcher/launch';
import type { Launch } from '../../src/launcher/launchable';
import { Room } from './room';

let room: Room;
beforeEach(() => {
  room = new Room();
});
afterEach(() => room.remove());

const start = (parts: Partial<Launch>) =>
  launch(room.whole(parts), { stdio: 'ignore', say: () => {} }, ({ ended }) => ended);

test('a socket where no file can be ends the start', async () => {
  room.program('qemu', 'exit 0');
  const sockets = [room.at('x'.repeat(300))];
  await expect(start({ sockets })).rejects.toThrow(/^a socket cannot be there: ENAMETOOLONG/);
});

test('a folder that cannot be made ends the start', async () => {
  room.program('qemu', 'exit 0');
  await expect(start({ folder: room.at('not/there') })).rejects.toThrow(/^a folder cannot be made: ENOENT/);
});

test('a socket of QEMU that somebody serves stops the start before anything is done, and stays', async () => {
  room.server('one');
  room.program('qemu', 'rm -f "$room/qmp"');
  const server = createServer().listen(room.at('qmp'));
  await new Promise((done) => server.once('listening', done));
  const hostSteps = [{ what: 'a file', commands: [`echo made > ${room.at('made')}`] }];
  const parts = {
    hostSteps,
    companions: [
      { name: 'one', argv: [room.at('one'), room.at('a')], socket: room.at('a'), reason: 'a test' },
    ],
    sockets: [room.at('qmp')],
  };
  await expect(start(parts)).rejects.toMatchObject({
    message: `another process serves ${room.at('qmp')}, a socket of QEMU`,
    help: 'the guest may be running already; end that process first',
  });
  expect([existsSync(room.at('qmp')), room.text('made'), room.text('order')]).toEqual([true, '', '']);
  await new Promise((done) => server.close(done));
});

test('a socket that is taken while the start goes on is seen before QEMU', async () => {
  room.program('qemu', 'rm -f "$room/qmp"');
  const hostSteps = [{ what: 'a file', commands: [`echo mine > ${room.at('qmp')}`] }];
  await expect(start({ hostSteps, sockets: [room.at('qmp')] })).rejects.toThrow('is taken by another file');
  expect(room.text('qmp')).toBe('mine\n');
});
