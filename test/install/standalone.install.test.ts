/** The executable where there is no Node, no shell, no /proc: a folder that is all there is. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { command, MINIMAL, PROJECT } from '../cli/command';
import { missing } from '../qemu/qemus';

const EXECUTABLE = join(PROJECT, 'dist-standalone/domxml2qemu');

/** The libraries that the loader would look for. */
function libraries(file: string): string[] {
  return [...execFileSync('ldd', [file], { encoding: 'utf8' }).matchAll(/(\/\S+) \(0x/g)].map(
    ([, path = '']) => path,
  );
}

describe('the executable', () => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    missing('the executable without Node', 'chroot as root');
    return;
  }
  let root: string;
  beforeAll(() => {
    execFileSync(process.execPath, [join(PROJECT, 'scripts/standalone.mjs')], {
      cwd: PROJECT,
      stdio: 'ignore',
    });
    root = mkdtempSync(join(tmpdir(), 'standalone-'));
    copyFileSync(EXECUTABLE, join(root, 'domxml2qemu'));
    for (const library of libraries(EXECUTABLE)) {
      mkdirSync(join(root, dirname(library)), { recursive: true });
      copyFileSync(library, join(root, library));
    }
    cpSync(join(PROJECT, 'examples/scsi-lun'), join(root, 'scsi-lun'), { recursive: true });
    writeFileSync(join(root, 'broken.xml'), '<domain>');
  }, 300_000);
  afterAll(() => rmSync(root, { recursive: true }));

  const inside = (args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync('chroot', [root, '/domxml2qemu', ...args], {
      input,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    return { status, stdout, stderr };
  };

  test('there is no Node and no shell in there', () => {
    for (const path of ['usr', 'bin', 'proc', 'sys']) expect(existsSync(join(root, path))).toBe(false);
  });

  test.each([
    ['--version', ['--version']],
    ['the help', ['--help']],
    ['a conversion', ['--host', 'scsi-lun/host.json', '--qemu-version', '10.0', 'scsi-lun/guest.xml']],
    ['--select', ['--host', 'none', '--select', '//domain', 'scsi-lun/guest.xml']],
    ['color', ['--host', 'none', '--color', 'always', 'broken.xml']],
    ['a refusal', ['--host', 'none', 'broken.xml']],
    ['a completion', ['completion', 'bash']],
  ])('%s is what the package prints', (_what, args) => {
    const package_ = command(
      args.map((word) => word.replace(/^scsi-lun/, 'examples/scsi-lun').replace(/^broken/, `${root}/broken`)),
    );
    const plain = (text: string) =>
      text.replaceAll('examples/scsi-lun', 'scsi-lun').replaceAll(`${root}/`, '');
    expect(inside(args)).toEqual({
      status: package_.status,
      stdout: plain(package_.stdout),
      stderr: plain(package_.stderr),
    });
  });

  test('a batch, on one thread and on two', () => {
    const input = [1, 2, 3].map((id) => `${JSON.stringify({ id, xml: MINIMAL })}\n`).join('');
    const alone = inside(['batch'], input);
    expect(alone).toMatchObject({ status: 0, stderr: '' });
    expect(alone.stdout.match(/"ok":true/g)).toHaveLength(3);
    expect(inside(['batch', '--jobs', '2'], input)).toEqual(alone);
  });

  test('a host that cannot be read is said to be one', () => {
    expect(inside(['host'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('cannot be read') as string,
    });
  });
});
