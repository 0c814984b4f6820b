/**
 * `run` with a real QEMU, a real TPM, a real virtiofsd and a LUN of a real target; after it ends, however, nothing is left.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECT } from '../cli/command';
import { describeEachQemu, installed, missing } from './qemus';
import { startTarget, type Target } from './tgt';

/** Debian's QEMU 7.2 brings the first virtiofsd, written in C, which has other options; later releases have a package of its own. */
const VIRTIOFSD = ['/usr/lib/qemu/virtiofsd', '/usr/libexec/virtiofsd'].find((path) => existsSync(path));

const NAME = `domxml2qemu-run-${process.pid}`;

let folder: string;
let target: Target;

function guest(): string {
  const file = join(folder, 'guest.xml');
  mkdirSync(join(folder, 'shared, too'), { recursive: true });
  writeFileSync(
    file,
    `<domain type='qemu'>
  <name>${NAME}</name>
  <memory unit='MiB'>64</memory>
  <memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <disk type='network' device='lun'>
      <driver name='qemu' type='raw'/>
      <source protocol='iscsi' name='${target.iqn}/${target.disk}'><host name='127.0.0.1' port='${target.port}'/></source>
      <target dev='sda' bus='scsi'/>
    </disk>
    <controller type='scsi' index='0' model='virtio-scsi'/>
    <filesystem type='mount'>
      <driver type='virtiofs'/>
      <binary path='${VIRTIOFSD ?? ''}'><sandbox mode='chroot'/><cache mode='none'/></binary>
      <source dir='${folder}/shared, too'/>
      <target dir='shared'/>
    </filesystem>
    <tpm model='tpm-crb'>
      <backend type='emulator' version='2.0'><source type='dir' path='${folder}/tpm'/></backend>
    </tpm>
    <channel type='unix'>
      <source mode='bind' path='${folder}/agent'/>
      <target type='virtio' name='org.qemu.guest_agent.0'/>
    </channel>
  </devices>
</domain>
`,
  );
  return file;
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<{ status: number | null; signal: NodeJS.Signals | null; stderr: string }>;
}

function run(qemu: string): Running {
  const child = spawn(
    process.execPath,
    [join(PROJECT, 'bin/domxml2qemu.js'), 'run', '--qemu', qemu, '--qmp', join(folder, 'qmp'), guest()],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<{ status: number | null; signal: NodeJS.Signals | null; stderr: string }>(
    (done) => child.on('close', (status, signal) => done({ status, signal, stderr })),
  );
  return { child, ended };
}

/** The processes that name the guest, or the folder of this test, in their words. */
function processes(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ');
        return words.includes(NAME) || words.includes(folder) ? [words] : [];
      } catch {
        return [];
      }
    });
}

const left = () => ({
  processes: processes(),
  run: readdirSync('/run').filter((name) => name.includes(NAME)),
  folder: readdirSync(folder).filter((name) => ['qmp', 'agent'].includes(name)),
});

const NOTHING = { processes: [], run: [], folder: [] };

/** Talks QMP to the guest until it answers; says `quit` where that is wanted. */
async function answers({ ended }: Running, command: string): Promise<void> {
  const over = ended.then(({ stderr }) => {
    throw new Error(`it ended early: ${stderr}`);
  });
  for (;;) {
    const answer = await Promise.race([attempt(command), over]);
    if (answer?.includes('"return"') === true) {
      over.catch(() => {});
      return;
    }
    await Promise.race([pause(100), over]);
  }
}

async function attempt(command: string): Promise<string | undefined> {
  const socket = createConnection(join(folder, 'qmp'));
  socket.write(`{"execute":"qmp_capabilities"}\n{"execute":"${command}"}\n`);
  let said = '';
  socket.setEncoding('utf8');
  try {
    for await (const text of socket) {
      said += String(text);
      if (said.split('"return"').length > 2) return said;
    }
    return said === '' ? undefined : said;
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}

if (
  !installed('tgtd', ['--version']) ||
  !installed('swtpm', ['--version']) ||
  !installed('swtpm_setup', ['--help'])
)
  missing('run', 'tgtd, swtpm and swtpm_setup (Debian: tgt, swtpm, swtpm-tools)');
else if (VIRTIOFSD === undefined) missing('run', 'virtiofsd (Debian 12: qemu-system-common)');
else
  describeEachQemu('run', ({ binary }) => {
    beforeAll(async () => {
      target = await startTarget();
    }, 20_000);
    afterAll(() => target.stop());
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'run-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    test('a guest that quits: status 0, nothing left', async () => {
      const running = run(binary);
      await answers(running, 'query-status');
      expect(left()).toMatchObject({
        run: [`swtpm-${NAME}.sock`, `virtiofsd-${NAME}-fs0.sock`].sort(),
        folder: ['agent', 'qmp'],
      });
      await answers(running, 'quit').catch(() => {});
      expect(await running.ended).toMatchObject({ status: 0, signal: null });
      expect(left()).toEqual(NOTHING);
    }, 60_000);

    test('SIGTERM: QEMU ends as it does, nothing left', async () => {
      const running = run(binary);
      await answers(running, 'query-status');
      running.child.kill('SIGTERM');
      expect(await running.ended).toMatchObject({ status: 0, signal: null });
      expect(left()).toEqual(NOTHING);
    }, 60_000);

    test('SIGKILL of the command itself: nothing left', async () => {
      const running = run(binary);
      await answers(running, 'query-status');
      running.child.kill('SIGKILL');
      expect(await running.ended).toMatchObject({ status: null, signal: 'SIGKILL' });
      expect(left()).toEqual(NOTHING);
    }, 60_000);

    test('SIGKILL of QEMU: its status, nothing left', async () => {
      const running = run(binary);
      await answers(running, 'query-status');
      const children = readFileSync(
        `/proc/${running.child.pid!}/task/${running.child.pid!}/children`,
        'utf8',
      );
      const qemu = children
        .split(' ')
        .find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`\0guest=${NAME}`));
      process.kill(Number(qemu), 'SIGKILL');
      expect(await running.ended).toMatchObject({ status: 137, signal: null });
      expect(left()).toEqual(NOTHING);
    }, 60_000);
  });
