/** The probe against programs that play QEMU, and what becomes of its answers in the cache. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { probeQemu } from '../../src/qemu/probe';
import { cacheFolder } from '../../src/qemu/probe/store';
import { PROJECT } from '../cli/command';

let folder: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'probe-'));
  cache = join(folder, 'cache');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that speaks QMP as far as it must, and leaves a line in `asked` for each start. */
function player(body: string, name = 'qemu-system-x86_64'): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `#!${process.execPath}\nrequire('node:fs').appendFileSync(${JSON.stringify(join(folder, 'asked'))}, '.');\n${body}`,
  );
  chmodSync(path, 0o755);
  return path;
}

const ANSWERS = {
  'query-target': { arch: 'x86_64' },
  'query-kvm': { present: true, enabled: false },
  'query-machines': [{ name: 'pc-i440fx-7.2', alias: 'pc', 'cpu-max': 255 }],
  'qom-list-types': [{ name: 'scsi-block' }, { name: 'scsi-hd' }],
  'device-list-properties': [{ name: 'share-rw' }],
};
const QMP = `
  const answers = ${JSON.stringify(ANSWERS)};
  const say = (message) => process.stdout.write(JSON.stringify(message) + '\\r\\n');
  say({ QMP: { version: { qemu: { major: 7, minor: 2, micro: 22 }, package: ' (Debian 1:7.2)' }, capabilities: [] } });
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { execute } = JSON.parse(line);
    say({ timestamp: {}, event: 'RESUME' });
    say(execute in answers || execute === 'qmp_capabilities' ? { return: answers[execute] ?? {} } : { error: { class: 'CommandNotFound' } });
  });`;
const starts = () => readFileSync(join(folder, 'asked'), 'utf8').length;

test('what it answers, events left aside, unknown commands undecided', async () => {
  const binary = player(QMP);
  const result = await probeQemu(binary, { cache });
  expect(result).toMatchObject({
    ok: true,
    probe: {
      binary,
      version: { major: 7, minor: 2, micro: 22 },
      package: 'Debian 1:7.2',
      arch: 'x86_64',
      asked: 'qmp',
      kvm: { present: true, enabled: false },
      devices: ['scsi-block', 'scsi-hd'],
    },
  });
  if (!result.ok) return;
  expect(result.probe.has).toEqual(expect.arrayContaining(['scsi-block', 'scsi-block.share-rw']));
  expect(result.probe.lacks).toEqual(expect.arrayContaining(['scsi-generic', 'scsi-block.werror']));
  expect(result.probe.has).not.toContain('blockdev-set-active');
});

test.each([
  ['qemu-system-mips64el', 'mips64', 'mips64el'],
  ['qemu-system-xtensaeb', 'xtensa', 'xtensaeb'],
  ['qemu-system-armel', 'arm', 'arm'],
  ['qemu-system-ppc64le', 'ppc64', 'ppc64'],
])('%s, which says that it is of %s, is of %s', async (name, told, arch) => {
  const binary = player(QMP.replace('"arch":"x86_64"', `"arch":"${told}"`), name);
  expect(await probeQemu(binary, { cache })).toMatchObject({ ok: true, probe: { arch } });
});

describe('the cache', () => {
  test('answers for the same file, for its owner only; a changed file is asked again', async () => {
    const binary = player(QMP);
    const first = await probeQemu(binary, { cache });
    expect(await probeQemu(binary, { cache })).toEqual(JSON.parse(JSON.stringify(first)));
    expect(starts()).toBe(1);
    const [entry = '', ...others] = readdirSync(cache);
    expect(others).toEqual([]);
    expect([statSync(cache).mode & 0o777, statSync(join(cache, entry)).mode & 0o777]).toEqual([0o700, 0o600]);
    player(`${QMP}\n// rebuilt`);
    await probeQemu(binary, { cache });
    expect(starts()).toBe(2);
  });

  test.each(['', '{', 'null', '[]', '{"key":"1:0:0:x","probe":null}'])(
    'what is stored wrong is ignored: %j',
    async (text) => {
      const binary = player(QMP);
      await probeQemu(binary, { cache });
      const [entry = ''] = readdirSync(cache);
      writeFileSync(join(cache, entry), text);
      expect((await probeQemu(binary, { cache })).ok).toBe(true);
      expect(starts()).toBe(2);
      await probeQemu(binary, { cache });
      expect(starts()).toBe(2);
    },
  );

  test('another format of ours is ignored', async () => {
    const binary = player(QMP);
    await probeQemu(binary, { cache });
    const [entry = ''] = readdirSync(cache);
    const text = readFileSync(join(cache, entry), 'utf8');
    writeFileSync(join(cache, entry), text.replace('"format":1', '"format":0'));
    await probeQemu(binary, { cache });
    expect(starts()).toBe(2);
  });

  test('what another build of ours found in the same answers is ignored', () => {
    // The build says which evidence it knows; the sources alone do not.
    const command = [join(PROJECT, 'bin/domxml2qemu.js'), 'probe', player(QMP)];
    const env = { ...process.env, XDG_CACHE_HOME: folder };
    const probe = () => execFileSync(process.execPath, command, { env, timeout: 20_000, encoding: 'utf8' });
    const said = probe();
    const own = join(folder, 'domxml2qemu');
    const entry = join(own, readdirSync(own).find((name) => name.startsWith('qemu-')) ?? '');
    const text = readFileSync(entry, 'utf8');
    const [key = ''] = /"key":"[^"]*"/.exec(text) ?? [];
    expect(key).toMatch(/^"key":"\d+:[0-9a-f]{16}:/);
    writeFileSync(
      entry,
      text.replace(/:[0-9a-f]{16}:/, ':0123456789abcdef:').replace('"asked":"qmp"', '"asked":"version"'),
    );
    expect(probe()).toBe(said);
    expect(starts()).toBe(2);
  });

  test('a folder that cannot be made costs nothing but time', async () => {
    writeFileSync(join(folder, 'file'), '');
    const result = await probeQemu(player(QMP), { cache: join(folder, 'file', 'cache') });
    expect(result.ok).toBe(true);
  });

  test('a home that is not there is not made, and one in /proc is waited for no more', () => {
    // In a process of its own: Node's recursive mkdir never ends there.
    const command = [join(PROJECT, 'bin/domxml2qemu.js'), 'probe', player(QMP)];
    const { XDG_CACHE_HOME: _own, ...env } = process.env;
    for (const home of ['/proc/none', join(folder, 'no', 'home')])
      expect(
        spawnSync(process.execPath, command, { env: { ...env, HOME: home }, timeout: 30_000 }),
      ).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });

  test('is where XDG says, unless that is relative', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/tmp/c' })).toBe('/var/tmp/c/domxml2qemu');
    expect(cacheFolder({ XDG_CACHE_HOME: 'c' })).toMatch(/\/\.cache\/domxml2qemu$/);
  });
});

describe('without QMP', () => {
  const version =
    "if (process.argv[2] === '--version') console.log('QEMU emulator version 1.0 (qemu-kvm-1.0), Copyright')";

  test('--version is what is left, and is not stored', async () => {
    const result = await probeQemu(player(version), { cache });
    expect(result).toMatchObject({
      ok: true,
      probe: {
        version: { major: 1, minor: 0, micro: 0 },
        asked: 'version',
        arch: 'x86_64',
        package: 'qemu-kvm-1.0',
      },
    });
    await probeQemu(join(folder, 'qemu-system-x86_64'), { cache });
    // Each time QMP and --version are tried.
    expect(starts()).toBe(4);
  });

  test.each([
    ['nonsense on QMP', `${version}; else console.log('hello')`],
    ['JSON that is no message', `${version}; else console.log('[]')`],
    ['a greeting of something else', `${version}; else console.log('{"hello": 1}')`],
    ['one that ends at once', `${version}; else process.exit(1)`],
    ['one that never answers', `${version}; else setInterval(() => {}, 1000)`],
  ])('%s', async (_, body) => {
    const result = await probeQemu(player(body), { cache, timeout: 1500 });
    expect(result).toMatchObject({ ok: true, probe: { asked: 'version' } });
  });
});

describe('what is no QEMU', () => {
  const problem = async (binary: string) => {
    const result = await probeQemu(binary, { cache });
    return result.ok ? undefined : result.problem.code;
  };

  test('is named as what it is', async () => {
    expect(await problem(join(folder, 'none'))).toBe('qemu-not-found');
    expect(await problem('qemu-system-of-nobody')).toBe('qemu-not-found');
    mkdirSync(join(folder, 'dir'));
    expect(await problem(join(folder, 'dir'))).toBe('qemu-not-found');
    writeFileSync(join(folder, 'text'), 'x', { mode: 0o644 });
    expect(await problem(join(folder, 'text'))).toBe('qemu-not-runnable');
    writeFileSync(join(folder, 'junk'), '\0\0\0', { mode: 0o755 });
    expect(await problem(join(folder, 'junk'))).toBe('qemu-not-qemu');
    expect(await problem(player("console.log('tool 1.0')", 'tool'))).toBe('qemu-not-qemu');
  });
});

describe('what is asked ends', () => {
  const pidFile = () => join(folder, 'pid');
  /** Writes a number down and never answers. */
  const silent = (pid: string) =>
    player(
      `require('node:fs').writeFileSync(${JSON.stringify(pidFile())}, String(${pid})); setInterval(() => {}, 1000)`,
    );
  const asked = async () => {
    for (let tries = 0; tries < 500 && !existsSync(pidFile()); tries++) await pause(10);
    // Written whole by then.
    await pause(50);
    return Number(readFileSync(pidFile(), 'utf8'));
  };
  const ends = async (pid: number) => {
    for (let tries = 0; tries < 300; tries++) {
      const [, state] = existsSync(`/proc/${pid}/stat`)
        ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
        : [];
      if (state === undefined || state.startsWith('Z')) return true;
      await pause(10);
    }
    process.kill(pid, 'SIGKILL');
    return false;
  };

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'where the one who asks is ended by %s',
    async (signal) => {
      const command = [join(PROJECT, 'bin/domxml2qemu.js'), 'probe'];
      const asking = spawn(process.execPath, [...command, silent('process.pid')], { stdio: 'ignore' });
      const pid = await asked();
      asking.kill(signal);
      expect(await ends(pid)).toBe(true);
    },
    20_000,
  );

  test('in time, with what it started', async () => {
    const binary = silent("require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' }).pid");
    const begin = Date.now();
    expect(await probeQemu(binary, { cache, timeout: 1500 })).toMatchObject({ ok: false });
    // Twice: over QMP, and for its version.
    expect(Date.now() - begin).toBeLessThan(8000);
    expect(await ends(await asked())).toBe(true);
  }, 20_000);
});
