/** What becomes of a start whose terminal is closed. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Room } from '../launcher/room';
import { installed } from '../qemu/qemus';
import { missing } from '../skip';
import { PROJECT } from './command';

let room: Room;
beforeEach(() => {
  room = new Room();
  writeFileSync(
    room.at('guest.xml'),
    `<domain type='qemu'><name>g</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>
    <devices><emulator>${room.at('qemu')}</emulator></devices></domain>`,
  );
});
afterEach(() => room.remove());

if (!installed('script')) missing('a terminal that is closed', 'script');
else
  test('a terminal that is closed ends the guest, and Node has nothing to say of it', async () => {
    room.program('qemu', `trap 'echo > "$room/hung up"; exit 0' HUP; echo > "$room/up"; sleep 60 & wait`);
    const words = [process.execPath, join(PROJECT, 'bin/domxml2qemu.js'), 'run', '--host', 'none'];
    // What it says is kept by a shell that becomes it: some shells add a word of their own on what ends by a signal.
    const line = `(exec ${words.join(' ')} --qemu-version 10.0 guest.xml 2> said); echo $? > status`;
    // The terminal is gone with the program that has its other end.
    const shells = `(trap '' HUP; ${line}); true`;
    const terminal = spawn('script', ['-qec', shells, '/dev/null'], { cwd: room.folder });
    await room.until('up');
    terminal.kill('SIGKILL');
    await room.until('hung up');
    await room.until('status');
    expect({ said: room.text('said'), status: room.text('status') }).toEqual({ said: '', status: '129\n' });
  }, 20_000);
