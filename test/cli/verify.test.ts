import { mkdirSync, writeFileSync } from 'node:fs';
import { Room } from '../launcher/room';
import { command, MINIMAL } from './command';

let room: Room;
beforeEach(() => {
  room = new Room();
  writeFileSync(room.at('guest.xml'), MINIMAL);
});
afterEach(() => room.remove());

const verify = (TMPDIR: string) =>
  command(['verify', '--host', 'none', room.at('guest.xml')], { env: { TMPDIR } });

test('a folder for what is temporary that is not there, or too deep for a socket, is named', () => {
  const missing = verify('/nonexistent');
  expect(missing).toMatchObject({ status: 3, stdout: '' });
  expect(missing.stderr).toBe(`domxml2qemu: cannot write into /nonexistent: there is no such file
  help: name another folder for what is temporary: TMPDIR
`);
  const deep = room.at('d'.repeat(60));
  mkdirSync(deep);
  const long = verify(deep);
  expect(long).toMatchObject({ status: 3, stdout: '' });
  expect(long.stderr.replaceAll(/\s+/g, ' ')).toContain(`${deep} is too long for the path of a socket`);
});
