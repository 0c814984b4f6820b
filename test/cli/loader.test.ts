import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND_NAMES, isConversion } from '../../src/cli/command/names';
import { PROJECT } from './command';

/** A copy of what is installed, whose cache may be spoilt. */
let installed: string;
beforeEach(() => {
  installed = mkdtempSync(join(tmpdir(), 'loader-'));
  for (const part of ['bin', 'dist']) cpSync(join(PROJECT, part), join(installed, part), { recursive: true });
});
afterEach(() => rmSync(installed, { recursive: true }));

function run(
  args: readonly string[],
  node: readonly string[] = [],
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...node, join(installed, 'bin/domxml2qemu.js'), ...args],
    { encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: join(installed, 'home') } },
  );
  return { status, stdout, stderr };
}

/** What a copy that works says. */
const says = (stdout: RegExp) => ({ status: 0, stdout: expect.stringMatching(stdout) as string, stderr: '' });

const guest = (folder: string) => [
  ...['--host', 'none', '--qemu-version', '10.0'],
  join(PROJECT, `${folder}/guest.xml`),
];
const USUAL = guest('examples/cloud-image');
/** A guest with what few guests have. */
const UNUSUAL = guest('test/cases/guests/vhost-user-dpdk');

describe.each([
  { bundle: 'convert', args: USUAL, works: says(/virtio-blk-pci/) },
  { bundle: 'cli', args: ['help'], works: says(/^Usage/) },
])('the bundle $bundle', ({ bundle, args, works }) => {
  const cache = () => join(installed, `dist/${bundle}.cache`);

  test('the build leaves a cache, and the program starts with it', () => {
    expect(readFileSync(cache()).length).toBeGreaterThan(50_000);
    expect(run(args)).toEqual(works);
  });

  test.each<[string, (file: Buffer) => Buffer]>([
    ['missing halves', (file) => file.subarray(0, file.length / 2)],
    ['a byte short', (file) => file.subarray(0, file.length - 1)],
    ['empty', () => Buffer.alloc(0)],
    ['another file', () => Buffer.from('no cache')],
    ['from another Node', (file) => Buffer.concat([Buffer.from('v1.0.0 x64 '), file.subarray(11)])],
    ...[0.1, 0.3, 0.5, 0.7, 0.9].map((where): [string, (file: Buffer) => Buffer] => [
      `a byte changed at ${where}`,
      (file) => {
        const at = Math.floor(file.length * where);
        file[at] = file[at]! ^ 0xff;
        return file;
      },
    ]),
  ])('a cache that is spoilt harms nothing: %s', (_what, spoil) => {
    writeFileSync(cache(), spoil(readFileSync(cache())));
    expect(run(args)).toEqual(works);
  });

  test('without a cache it starts too', () => {
    rmSync(cache());
    expect(run(args)).toEqual(works);
  });

  test('it is the bundle that these arguments need, and no other', () => {
    const other = bundle === 'cli' ? 'convert' : 'cli';
    for (const file of [`${other}.js`, `${other}.cache`, 'seldom.js']) rmSync(join(installed, 'dist', file));
    expect(run(args)).toEqual(works);
  });
});

describe('a Node that no cache was shipped for', () => {
  beforeEach(() => writeFileSync(join(installed, 'dist/convert.cache'), 'v1.0.0 x64'));

  /** Whether V8 took a cache: undefined where it was given none. */
  function taken(): boolean | undefined {
    const said = join(installed, 'said');
    const hook = join(installed, 'hook.cjs');
    writeFileSync(
      hook,
      `const vm = require('node:vm');
       vm.Script = class extends vm.Script {
         constructor(...given) {
           super(...given);
           require('node:fs').writeFileSync(${JSON.stringify(said)}, String(this.cachedDataRejected));
         }
       };`,
    );
    expect(run(USUAL, ['-r', hook])).toEqual(says(/virtio-blk-pci/));
    return { undefined: undefined, false: true, true: false }[readFileSync(said, 'utf8')];
  }
  const kept = () => join(installed, `home/domxml2qemu/code-convert-${process.version}.cache`);

  test('its first start keeps one for the next', () => {
    expect(taken()).toBeUndefined();
    expect(statSync(kept()).mode & 0o777).toBe(0o600);
    const { ino } = statSync(kept());
    expect(taken()).toBe(true);
    expect(statSync(kept()).ino).toBe(ino);
  });

  test.each<[string, () => void]>([
    ['is spoilt', () => writeFileSync(kept(), readFileSync(kept()).fill(0xff, 5000, 6000))],
    ['is of another build', () => writeFileSync(kept(), readFileSync(kept()).fill('0', 0, 16))],
    ['others could have written', () => chmodSync(kept(), 0o620)],
  ])('one that %s is not taken, and made anew', (_what, spoil) => {
    taken();
    spoil();
    expect(taken()).toBeUndefined();
    expect(taken()).toBe(true);
    expect(statSync(kept()).mode & 0o777).toBe(0o600);
  });

  test('where none can be kept it starts all the same', () => {
    writeFileSync(join(installed, 'home'), '');
    expect(taken()).toBeUndefined();
    expect(taken()).toBeUndefined();
  });
});

test('what few guests have comes from a file of its own', () => {
  rmSync(join(installed, 'dist/cli.js'));
  // Of its pages there may be a note.
  expect(run(UNUSUAL)).toEqual({ ...says(/vhost-user/), stderr: expect.any(String) as string });
  rmSync(join(installed, 'dist/seldom.js'));
  expect(run(UNUSUAL).status).not.toBe(0);
});

test('arguments that are not plain are for the bundle that has everything', () => {
  expect(run(['--without', 'disks', ...USUAL])).toEqual(says(/^qemu-system-x86_64(?!.*virtio-blk)/s));
  expect(run(['--nosuch', ...USUAL])).toMatchObject({ status: 2, stdout: '' });
});

test('the version is told without the bundle that has everything', () => {
  rmSync(join(installed, 'dist/cli.js'));
  for (const word of ['--version', '-V']) expect(run([word, 'more'])).toEqual(says(/^domxml2qemu \d/));
});

test('only what can be nothing but a conversion goes without the work of other commands', () => {
  for (const name of COMMAND_NAMES) expect(isConversion([name, 'guest.xml'])).toBe(name === 'convert');
  for (const word of [
    'help',
    '-h',
    '--help',
    '--redact',
    '-d',
    '-dout',
    '--out-dir=out',
    '-j2',
    '--jobs',
    '--version',
  ])
    expect(isConversion(['guest.xml', word])).toBe(false);
  expect(isConversion([])).toBe(false);
  expect(isConversion(['-o', 'json', 'guest.xml'])).toBe(true);
});

test('both bundles say the same of every case', () => {
  const cases = readdirSync(join(PROJECT, 'test/cases'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('guest.xml'))
    .map((file) => join(PROJECT, 'test/cases', file));
  expect(cases.length).toBeGreaterThan(100);
  const { status, stdout } = spawnSync(process.execPath, [join(PROJECT, 'test/both-bundles.cjs'), ...cases], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${cases.length} alike\n` });
});

test('a conversion can load what it rarely needs', () => {
  const guest = join(PROJECT, 'examples/scsi-lun/guest.xml');
  const converted = run(['--host', 'none', '--qemu-version', '10.0', '-o', 'oneline', guest]);
  const selected = [
    '--host',
    'none',
    '--qemu-version',
    '10.0',
    '-o',
    'oneline',
    '--select',
    '/domain',
    guest,
  ];
  expect(converted.stdout).toMatch(/^qemu-system-x86_64 /);
  expect(run(selected)).toEqual(converted);
  expect(run(['--color', 'always', '--host', 'none', guest]).stderr).toContain('\u001b[');
  writeFileSync(join(installed, 'broken.xml'), '<domain>');
  expect(run([join(installed, 'broken.xml')])).toMatchObject({ status: 1, stdout: '' });
});
