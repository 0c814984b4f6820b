/** The ports that `run --create-vports` makes, with a conversion that knows them once they are there. */
import { existsSync } from 'node:fs';
import type { HostStep } from '../../src/model/decision';
import { startCommand } from '../../src/cli/start';
import * as startables from '../../src/cli/startable';
import { Room } from '../launcher/room';

jest.mock('../../src/cli/startable');

let room: Room;
// jest lets a mock see variables of this name only.
let mockSaid: string;
beforeEach(() => {
  room = new Room();
  mockSaid = '';
  jest.mocked(startables.textOf).mockResolvedValue('<domain/>');
  room.program('qemu', 'echo "$@" > "$room/words"; exit 6');
});
afterEach(() => {
  room.remove();
  jest.resetAllMocks();
});

jest.mock('../../src/cli/streams', () => ({ writeLog: (text: string) => (mockSaid += text) }));

const makes = (): HostStep => ({
  what: 'NPIV port 2100 must be made',
  commands: [`echo made > '${room.at('port')}'`],
  creates: 'vport',
});

/** A guest that shows its LUN when the port is there. */
function startable(): startables.Startable {
  const there = existsSync(room.at('port'));
  const plan = {
    program: room.at('qemu'),
    environment: [],
    companions: [],
    hostSteps: there ? [] : [makes()],
  };
  return {
    plan,
    options: there ? [['-device', 'scsi-block']] : [],
    emitted: [],
    explanation: { program: '', groups: [], decisions: [] },
  } as unknown as startables.Startable;
}

test('the port is made, the guest is converted again, and starts with what is behind it', async () => {
  jest.mocked(startables.startable).mockImplementation(() => Promise.resolve(startable()));
  expect(await startCommand('guest.xml', { createVports: true })).toBe(6);
  expect(room.text('words')).toBe('-device scsi-block\n');
  expect(mockSaid).toBe('domxml2qemu: host step: NPIV port 2100 must be made\n');
});

test('without --create-vports nothing is made', async () => {
  jest.mocked(startables.startable).mockImplementation(() => Promise.resolve(startable()));
  expect(await startCommand('guest.xml', {})).toBe(1);
  expect([existsSync(room.at('port')), room.text('words')]).toEqual([false, '']);
  expect(mockSaid).toBe(`guest.xml: error[vport-to-make]: the guest needs an NPIV port that is not there
  note: NPIV port 2100 must be made
  help: 'run --create-vports' makes it and converts again; 'run --dry-run' shows how
`);
});

test('a port that was made and does not show ends it', async () => {
  const guest = startable();
  jest.mocked(startables.startable).mockResolvedValue(guest);
  await expect(startCommand('guest.xml', { createVports: true })).rejects.toMatchObject({
    status: 3,
    message: 'it was made and does not show: NPIV port 2100 must be made',
  });
});
