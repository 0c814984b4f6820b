/** The package as people get it: packed, installed into an empty place, run from there. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MINIMAL, PROJECT } from '../cli/command';
import { installed, missing } from '../qemu/qemus';

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

let folder: string;
let packed: Packed;
/** Where npm install put it: with --global below the prefix, else in node_modules. */
let prefix: string;
let consumer: string;

const npm = (args: readonly string[], cwd: string) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  prefix = join(folder, 'prefix');
  consumer = join(folder, 'consumer');
  mkdirSync(consumer);
  [packed] = JSON.parse(npm(['pack', '--json', '--silent', '--pack-destination', folder], PROJECT)) as [
    Packed,
  ];
  const tarball = join(folder, packed.filename);
  npm(['install', '--global', '--prefix', prefix, tarball], folder);
  writeFileSync(join(consumer, 'package.json'), '{ "name": "consumer", "private": true }');
  npm(['install', tarball], consumer);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the tarball', () => {
  test('holds what is run and read, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        ...['package.json', 'README.md', 'LICENSE', 'bin/domxml2qemu.js', 'man/domxml2qemu.1'],
        ...['dist/cli.js', 'dist/cli.cache', 'dist/loader.js', 'dist/index.js', 'dist/types/index.d.ts'],
        ...['docs/install.md', 'docs/diagnostics.md', 'examples/scsi-lun/guest.xml'],
      ]),
    );
    const wanted = /^(bin|dist|docs|examples|man)\/|^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
    expect(paths.filter((path) => !wanted.test(path))).toEqual([]);
  });

  test('every document that the README names is in it', () => {
    const paths = packed.files.map(({ path }) => path);
    const named = [
      ...readFileSync(join(PROJECT, 'README.md'), 'utf8').matchAll(/\]\(((docs|examples)\/[^)#]*)/g),
    ];
    expect(named.length).toBeGreaterThan(5);
    for (const [, path = ''] of named) expect(paths.some((file) => file.startsWith(path))).toBe(true);
  });
});

describe('npm install --global', () => {
  const run = (args: readonly string[], input = '') =>
    spawnSync(join(prefix, 'bin/domxml2qemu'), args, { cwd: folder, input, encoding: 'utf8' });

  test('the command runs', () => {
    expect(run(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^domxml2qemu \d/) as string,
    });
    const { status, stdout, stderr } = run(['--host', 'none', '-'], MINIMAL);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('-name guest=minimal');
    expect(run(['batch', '--jobs', '2'], `${JSON.stringify({ id: 1, xml: MINIMAL })}\n`).stdout).toContain(
      '"ok":true',
    );
  });

  test('nothing was built and nothing but what it runs on was installed', () => {
    const installedFolder = join(prefix, 'lib/node_modules/domxml2qemu');
    expect(
      readdirSync(join(installedFolder, 'node_modules'))
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ).toEqual(['@xmldom', 'chalk', 'commander', 'xpath']);
    for (const name of ['cli.js', 'cli.cache', 'loader.js'])
      expect(
        readFileSync(join(installedFolder, 'dist', name)).equals(readFileSync(join(PROJECT, 'dist', name))),
      ).toBe(true);
  });

  if (installed('man'))
    test('man finds the page', () => {
      const man = (...args: string[]) =>
        spawnSync('man', ['-M', join(prefix, 'share/man'), ...args, 'domxml2qemu'], {
          encoding: 'utf8',
          env: { PATH: process.env['PATH'], MANPAGER: 'cat', MANWIDTH: '80', LANG: 'C.UTF-8' },
        });
      expect(man('-w').stdout.trim()).toBe(realpathSync(join(prefix, 'share/man/man1/domxml2qemu.1')));
      expect(man().stdout).toContain('DOMXML2QEMU(1)');
    });
  else missing('man finds the page', 'man (Debian: man-db)');
});

describe('as a library', () => {
  const script = (name: string, text: string) => {
    writeFileSync(join(consumer, name), text);
    return spawnSync(process.execPath, [name], { cwd: consumer, encoding: 'utf8' });
  };

  test.each([
    ['require', 'a.cjs', "const { convert } = require('domxml2qemu');"],
    ['import', 'b.mjs', "import { convert } from 'domxml2qemu';"],
  ])('%s finds it', (_what, name, load) => {
    const use = `console.log(convert(${JSON.stringify(MINIMAL)}, { qemuVersion: '10.0' }).argv.length > 5);`;
    expect(script(name, `${load}\n${use}\n`)).toMatchObject({ status: 0, stdout: 'true\n', stderr: '' });
  });

  test.each(['node16', 'bundler'])('its types resolve, moduleResolution %s', (resolution) => {
    writeFileSync(
      join(consumer, 'use.ts'),
      `import { convert, parseQemuConf, readSnapshot, type Diagnostic, type ProfileName } from 'domxml2qemu';
const { argv, diagnostics } = convert('<domain/>', { qemuVersion: '10.0', profile: 'libvirt' });
export const words: readonly string[] | undefined = argv;
export const said: readonly Diagnostic[] = diagnostics;
const profile: ProfileName = 'standalone';
const problems: Diagnostic[] = [];
const report = (problem: Diagnostic) => void problems.push(problem);
const host = readSnapshot('{"schema": 1}', report, 'host.json');
convert('<domain/>', { profile, host, qemuConf: parseQemuConf('', report) });
// @ts-expect-error: no such profile
convert('<domain/>', { profile: 'virsh' });
`,
    );
    const compilerOptions = {
      ...{ strict: true, noEmit: true, target: 'es2022', lib: ['es2023'], types: [] },
      ...{ moduleResolution: resolution, module: resolution === 'bundler' ? 'esnext' : 'node16' },
    };
    writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    const tsc = join(PROJECT, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc], { cwd: consumer, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  test('nothing else can be reached into', () => {
    expect(script('c.cjs', "require('domxml2qemu/dist/cli.js')").stderr).toContain(
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
    );
    expect(existsSync(join(consumer, 'node_modules/domxml2qemu/src'))).toBe(false);
  });
});
