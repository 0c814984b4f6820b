/** `run` with programs that stand in for QEMU and what runs beside it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Room } from '../launcher/room';
import { command, MINIMAL, PROJECT, type Outcome } from './command';

let room: Room;
beforeEach(() => {
  room = new Room();
});
afterEach(() => room.remove());

/** A guest on the room's QEMU; `devices` below it. */
function guest(devices = ''): string {
  const xml = `<domain type='qemu'>
  <name>g</name>
  <memory unit='MiB'>64</memory><memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>
    <emulator>${room.at('qemu')}</emulator>
${devices}  </devices>
</domain>
`;
  writeFileSync(room.at('guest.xml'), xml);
  return 'guest.xml';
}

/** Runs in the room, whose programs are found first; `act` while it runs. */
async function run(
  args: readonly string[],
  act: (child: ChildProcess) => Promise<void> | void = () => {},
  host: readonly string[] = ['--host', 'none'],
): Promise<Outcome & { readonly signal: NodeJS.Signals | null }> {
  const child = spawn(
    process.execPath,
    [join(PROJECT, 'bin/domxml2qemu.js'), 'run', ...host, '--qemu-version', '10.0', ...args],
    { cwd: room.folder, env: { PATH: `${room.folder}:${process.env['PATH'] ?? ''}` } },
  );
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
  const ended = new Promise<{ status: number | null; signal: NodeJS.Signals | null }>((done) =>
    child.on('close', (status, signal) => done({ status, signal })),
  );
  await act(child);
  return { ...(await ended), stdout, stderr };
}

const SCREEN = `    <video><driver name='vhostuser'/><model type='virtio'/></video>
`;
const SOCKET = 'video0-vhost-user-gpu.sock';

/** A companion by the name that the plan calls, which opens the socket of its `--socket-path=`. */
function gpu(): void {
  room.server('gpu');
  room.program('vhost-user-gpu', `exec "$room/gpu" "\${1#--socket-path=}"`);
}

test("QEMU's words go through, its streams are the user's, its status is the command's", async () => {
  room.program('qemu', 'echo "on stdout: $2"; echo "on stderr" >&2; cat; exit 3');
  const outcome = await run([guest()], (child) => void child.stdin?.end('typed'));
  expect(outcome).toEqual({
    status: 3,
    signal: null,
    stdout: 'on stdout: guest=g\ntyped',
    stderr: 'guest.xml: error[qemu-refused]: QEMU did not start: on stderr\n',
  });
});

test('a QEMU that ends well has said what it said', async () => {
  room.program('qemu', 'echo "qemu: warning: old" >&2');
  expect(await run([guest()])).toMatchObject({ status: 0, stderr: 'qemu: warning: old\n' });
});

test('a QEMU that crashed is said so, which many do without a word', async () => {
  room.program('qemu', 'kill -SEGV $$');
  expect(await run([guest()])).toMatchObject({
    status: 139,
    stderr: 'domxml2qemu: QEMU ended with SIGSEGV\n',
  });
});

test('a refused start names the argument and the line of the XML, at 80 columns', async () => {
  room.program(
    'qemu',
    `for word; do case $word in file=*) echo "qemu-system-x86_64: -drive $word: Could not open '/images/a.img': No such file or directory" >&2; exit 1;; esac; done`,
  );
  const xml = guest(`    <disk type='file' device='disk'>
      <source file='/images/a.img'/>
      <target dev='vda' bus='virtio'/>
    </disk>
`);
  const { status, stderr } = await run([xml]);
  expect(status).toBe(1);
  expect(stderr)
    .toBe(`guest.xml:8:20: error[qemu-refused]: QEMU did not start: Could not open '/images/a.img': No such file or directory
   8 |       <source file='/images/a.img'/>
     |                    ^
  note: the argument is -drive file=/images/a.img,format=raw,if=none,id=drive-virtio-disk0
  help: make the file, or correct its path
`);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)(
  '%s goes to QEMU, and nothing is left',
  async (signal) => {
    gpu();
    const name = signal.slice(3);
    room.program(
      'qemu',
      `trap 'echo ${name} >> "$room/order"; exit 9' ${name}; echo > "$room/up"; while :; do sleep 0.05; done`,
    );
    const { status } = await run([guest(SCREEN)], async (child) => {
      await room.until('up');
      child.kill(signal);
    });
    expect(status).toBe(9);
    // a companion notes that it listens after it does, and QEMU may be quicker
    expect(
      room
        .order()
        .filter((step) => step !== 'gpu listens')
        .slice(-3),
    ).toEqual(['qemu starts', name, 'gpu ends']);
    expect([room.alive('qemu'), room.alive('gpu'), existsSync(room.at(SOCKET))]).toEqual([
      false,
      false,
      false,
    ]);
  },
);

test('killed itself, it leaves no process, no socket and no file', async () => {
  gpu();
  room.program('qemu', 'echo > "$room/up"; exec sleep 60');
  const { signal } = await run([guest(SCREEN)], async (child) => {
    await room.until('up');
    expect([room.alive('gpu'), existsSync(room.at(SOCKET))]).toEqual([true, true]);
    child.kill('SIGKILL');
    await room.untilDead('qemu', 'gpu');
  });
  expect(signal).toBe('SIGKILL');
  // Its watcher had the same standard error, so what it does was done when that closed.
  expect([room.alive('qemu'), room.alive('gpu'), existsSync(room.at(SOCKET))]).toEqual([false, false, false]);
});

test('a signal before QEMU ends the start', async () => {
  room.program('vhost-user-gpu', 'echo > "$room/up"; exec sleep 60');
  room.program('qemu', 'exit 0');
  const { status, stderr } = await run([guest(SCREEN)], async (child) => {
    await room.until('up');
    child.kill('SIGTERM');
  });
  expect({ status, stderr }).toEqual({
    status: 143,
    stderr: `domxml2qemu: starts vhost-user-gpu: the video device is drawn by a process of its own
domxml2qemu: ended by SIGTERM
`,
  });
  expect([room.alive('vhost-user-gpu'), room.text('order')]).toEqual([false, 'vhost-user-gpu starts\n']);
});

test('a companion that dies says why, and QEMU is not started', async () => {
  room.program('vhost-user-gpu', 'echo "cannot open the render node" >&2; exit 4');
  room.program('qemu', 'exit 0');
  expect(await run([guest(SCREEN)])).toMatchObject({
    status: 1,
    stderr: `domxml2qemu: starts vhost-user-gpu: the video device is drawn by a process of its own
domxml2qemu: vhost-user-gpu ended with status 4 before its socket was there
    cannot open the render node
  help: try it by hand: vhost-user-gpu --socket-path=video0-vhost-user-gpu.sock
`,
  });
});

test('no QEMU: a line that says so', async () => {
  expect(await run([guest()])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`${room.at('qemu')} is not on this host`) as string,
  });
});

describe('what QEMU would not find is said before anything is started', () => {
  const disk = (path: string, policy = '') =>
    guest(`${SCREEN}    <disk type='file' device='cdrom'>
      <source file='${path}'${policy}/>
      <target dev='hda' bus='ide'/>
    </disk>
`);
  const here = (...args: string[]) => run(args, undefined, []);
  beforeEach(() => {
    gpu();
    room.program('qemu', 'exit 0');
  });

  test.each(['', " startupPolicy='mandatory'", " startupPolicy='requisite'"])(
    'an image that is not there, with%s',
    async (policy) => {
      const path = room.at('a.iso');
      const { status, stderr } = await here(disk(path, policy));
      expect({ status, order: room.text('order') }).toEqual({ status: 1, order: '' });
      expect(stderr).toContain(`guest.xml:9:20: error[host-path-absent]: ${path} is not on this host
   9 |       <source file=`);
      expect(stderr).toContain('\n  help: correct the path, create the image before the guest starts');
      expect(stderr).toMatch(/^guest\.xml: not started: 1 error/m);
    },
  );

  test('--force starts, a guest that may do without it does', async () => {
    expect((await here('--force', disk(room.at('a.iso')))).status).toBe(0);
    expect(room.order()).toEqual(expect.arrayContaining(['gpu starts', 'qemu starts']));
    const optional = await here(disk(room.at('a.iso'), " startupPolicy='optional'"));
    expect(optional.status).toBe(0);
    expect(optional.stderr).not.toContain('host-path-absent');
  });

  test('a path that is not absolute is where the command is', async () => {
    writeFileSync(room.at('a.iso'), '');
    expect(await here(disk('a.iso'))).toMatchObject({
      status: 0,
      stderr: expect.not.stringContaining('[') as string,
    });
  });

  test('a folder, an image below another, a kernel', async () => {
    const xml = guest(`${SCREEN}    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
      <source file='${room.folder}'/>
      <backingStore type='file'><format type='raw'/><source file='${room.at('base')}'/><backingStore/></backingStore>
      <target dev='vda' bus='virtio'/>
    </disk>
`);
    const text = room.text('guest.xml').replace('</type>', `</type><kernel>${room.at('vmlinuz')}</kernel>`);
    writeFileSync(room.at('guest.xml'), text);
    const { status, stderr } = await here(xml);
    expect({ status, order: room.text('order') }).toEqual({ status: 1, order: '' });
    expect(stderr.match(/error\[.*/g)).toEqual([
      `error[path-wrong-kind]: the source ${room.folder} is a folder`,
      `error[path-missing]: the kernel ${room.at('vmlinuz')} is not on this host`,
      `error[path-missing]: the image below it ${room.at('base')} is not on this host`,
    ]);
  });

  test('a device of the kernel', async () => {
    const xml = guest(`${SCREEN}    <vsock model='virtio'><cid address='7'/></vsock>
`);
    const facts = { schema: 1, nodes: [{ path: '/dev/vhost-vsock', kind: 'absent' }] };
    writeFileSync(room.at('host.json'), JSON.stringify(facts));
    const { status, stderr } = await here('--host', 'host.json', xml);
    expect({ status, order: room.text('order') }).toEqual({ status: 1, order: '' });
    expect(stderr).toContain('error[device-node-missing]: a vsock needs /dev/vhost-vsock');
  });

  test('a preview warns of it as of an error, and starts nothing', async () => {
    const { status, stdout, stderr } = await here('--dry-run', disk(room.at('a.iso')));
    expect(status).toBe(0);
    expect(stderr).toContain('it would not start: 1 error');
    expect(stdout).toContain(`error: ${room.at('a.iso')} is not on this host`);
    expect(room.text('order')).toBe('');
  });
});

test('a refused domain, a file that is not there, a profile that nobody can run', () => {
  expect(command(['run', '-'], { input: '<domain/>' })).toMatchObject({ status: 1, stdout: '' });
  expect(command(['run', '/nonexistent.xml']).status).toBe(3);
  const { status, stderr } = command(['run', '--host', 'none', '-p', 'libvirt', '-'], { input: MINIMAL });
  expect(status).toBe(2);
  expect(stderr).toContain('a start is for commands that run as they are');
});

test('an NPIV port that is missing is made only where the user says so', async () => {
  const xml = guest(`    <controller type='scsi' index='0' model='virtio-scsi'>
      <source mode='wwn'><address type='wwn' wwnn='20000000c9831b50' wwpn='10000000c9831b50'/></source>
    </controller>
`);
  const host = join(PROJECT, 'test/host/trees/npiv/snapshot.json');
  room.program('qemu', 'exit 0');
  const refused = await run(['--host', host, xml]);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('error[vport-to-make]: the guest needs an NPIV port that is not there');
  expect(refused.stderr).toContain("help: 'run --create-vports' makes it and converts again");
});

test('what is converted for one release is not started in another', async () => {
  const version = (text: string) => {
    const path = room.program('qemu', 'exit 5');
    const script = `#!/bin/sh\n[ "$1" = --version ] && echo 'QEMU emulator version ${text}' && exit\nexit 5\n`;
    writeFileSync(path, script);
  };
  version('7.2.22');
  for (const args of [[], ['--dry-run']]) {
    const { status, stderr } = await run([...args, guest()], undefined, args.length > 0 ? [] : undefined);
    expect(status).toBe(2);
    expect(stderr).toContain(`${room.at('qemu')} is QEMU 7.2.22, and --qemu-version says 10.0`);
  }
  expect((await run(['--force', guest()])).status).toBe(5);
  version('10.0.3');
  expect((await run([guest()])).status).toBe(5);
});
