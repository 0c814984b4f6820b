/** What a newcomer meets: help, examples, version, suggestions. All of it is read off the commands themselves. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { program } from '../../src/cli/program';
import { COMMAND_NAMES } from '../../src/cli/command/names';
import { command, MINIMAL, PROJECT } from './command';

const root = () => program(async () => {});
const every = (): Command[] => [root(), ...root().commands];

/** What a command's `--help` prints in a terminal of that width. */
function help(of: Command, width?: number): string {
  let text = '';
  of.configureOutput({
    writeOut: (part) => void (text += part),
    ...(width === undefined ? {} : { getOutHelpWidth: () => width }),
  });
  of.outputHelp();
  return text;
}

const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

const examplesOf = (of: Command) => [...help(of).matchAll(/^ +\$ (.*)$/gm)].map(([, line = '']) => line);

describe.each(every().map((of) => [of.name(), of] as const))('%s --help', (_name, of) => {
  test.each([80, 60])('fits %i columns', (width) => {
    // An example is one line, to be copied.
    const [words = '', after = ''] = help(of, width).split('\nExamples:');
    expect(widest(words)).toBeLessThanOrEqual(width);
    expect(widest(after.replace(/^ +\$ .*$/gm, ''))).toBeLessThanOrEqual(width);
  });

  test('ends with examples', () => {
    expect(examplesOf(of).length).toBeGreaterThan(0);
  });
});

/** With something of each kind that an example asks for, and nothing of the host's. */
const GUEST = MINIMAL.replace(
  '</domain>',
  `<devices>
  <disk type='file' device='cdrom'><target dev='hda' bus='ide'/></disk>
  <interface type='user'><mac address='52:54:00:12:34:56'/><model type='e1000'/></interface>
</devices>
</domain>`,
);

describe('every example of every help works', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'first-contact-'));
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const stub = (name: string, script: string) => {
      writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(bin, name), 0o755);
    };
    stub('domxml2qemu', `exec "${process.execPath}" "${PROJECT}/bin/domxml2qemu.js" "$@"`);
    stub('virsh', `cat <<'END'\n${GUEST}END`);
    // Neither a libvirt nor a QEMU is needed: what would start one is answered by these.
    for (const arch of ['x86_64', 'aarch64'])
      stub(`qemu-system-${arch}`, 'echo "QEMU emulator version 10.0.2"');
    // The example is of our output: where Graphviz is not installed, what takes it need not draw it. CI has it.
    if (process.env['CI'] === undefined && spawnSync('dot', ['-V']).status !== 0) stub('dot', 'cat');
    for (const place of ['.zfunc', '.config/fish/completions', '.local/share/bash-completion/completions'])
      mkdirSync(join(folder, 'home', place), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A folder with all the files that an example reads: those that it writes are none of them. */
  function workplace(line: string): string {
    const place = mkdtempSync(join(folder, 'place-'));
    for (const [name] of line.replace(/>\s*\S+|\binit\s.*/g, '').matchAll(/[\w./-]+\.(xml|json|ndjson)\b/g)) {
      if (name.endsWith('.xml')) writeFileSync(join(place, name), GUEST);
      else if (name.endsWith('.ndjson')) writeFileSync(join(place, name), '{"file":"guest.xml"}\n');
      else cpSync(join(PROJECT, 'examples/scsi-lun/host.json'), join(place, name));
    }
    for (const name of ['guest.xml', 'db1.xml'])
      if (/\*\.xml|ndjson|"guest.xml"/.test(line)) writeFileSync(join(place, name), GUEST);
    mkdirSync(join(place, 'guests'));
    writeFileSync(join(place, 'guests', 'db1.xml'), GUEST);
    return place;
  }

  /** What asks a real QEMU; its own tests do that. */
  const needsQemu = /^domxml2qemu verify\b|--pid\b/;
  const lines = every()
    .flatMap((of) => examplesOf(of))
    .filter((line) => !needsQemu.test(line));

  test.each([...new Set(lines)])('%s', (line) => {
    const { status, stderr } = spawnSync('sh', ['-c', line.replaceAll(/\/\S*\/(?=qemu-system-)/g, '')], {
      cwd: workplace(line),
      encoding: 'utf8',
      env: {
        PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
        HOME: join(folder, 'home'),
        XDG_CACHE_HOME: '/dev/null',
      },
    });
    // `diff` says 1 of guests that differ.
    expect(line.includes(' diff ') ? [0, 1] : [0]).toContain(status);
    expect({ stderr }).toEqual({
      stderr: expect.not.stringMatching(/error|refused/) as string,
    });
    const written = />\s*(\S+)$/.exec(line)?.[1];
    if (written?.startsWith('~/') === true)
      expect(existsSync(join(folder, 'home', written.slice(2)))).toBe(true);
  });
});

test('a pipe gets 80 columns', () => {
  for (const args of [['--help'], ['convert', '--help'], ['help', 'check']]) {
    const { status, stdout, stderr } = command(args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  }
});

describe('without arguments', () => {
  test('a welcome that says where to begin, on standard error, as wrong usage', () => {
    const { status, stdout, stderr } = command([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('domxml2qemu guest.xml');
    expect(stderr).toContain('domxml2qemu --help');
    expect(widest(stderr)).toBeLessThanOrEqual(80);
    const named = [...stderr.matchAll(/^ {2}.*domxml2qemu (\w+) /gm)].map(([, word]) => word);
    for (const word of named.filter((name) => name !== 'guest')) expect(COMMAND_NAMES).toContain(word);
  });
});

describe('--version', () => {
  test.each(['--version', '-V'])(
    '%s: the first line for scripts, then the releases that are known',
    (flag) => {
      const { status, stdout, stderr } = command([flag]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/^domxml2qemu \d+\.\d+\.\d+\nQEMU 0\.14 to \d+\.\d+ .*\nlibvirt \d+\.\d+ .*\n$/);
      expect(widest(stdout)).toBeLessThanOrEqual(80);
    },
  );

  test('what it names as the newest QEMU converts without a warning, what is beyond does not', () => {
    const newest = /to (\d+)\.(\d+)/.exec(command(['--version']).stdout);
    const [, major = '', minor = ''] = newest ?? [];
    const said = (version: string) =>
      command(['--host', 'none', '--qemu-version', version, '-'], { input: MINIMAL }).stderr;
    expect(said(`${major}.${minor}`)).not.toContain('qemu-version');
    expect(said(`${Number(major) + 1}.0`)).toContain('qemu-version-too-new');
  });
});

describe('a word that is misspelt is answered with the one that was meant', () => {
  test.each<[string, string[], string]>([
    ['an option', ['--qemu-versoin', '7.2', 'guest.xml'], '(Did you mean --qemu-version?)'],
    ['an option of the program', ['--versoin'], "(Did you mean 'domxml2qemu --version'?)"],
    ['an option of another command', ['guest.xml', '--in-place'], "(It is an option of 'normalize'.)"],
    ['a profile', ['--profile', 'libvrit', 'guest.xml'], '(Did you mean libvirt?)'],
    ['a form', ['-o', 'jsno', 'guest.xml'], '(Did you mean json?)'],
    ['an architecture', ['--arch', 'x86-64', 'guest.xml'], '(Did you mean x86_64?)'],
    ['a shell', ['completion', 'bsh'], '(Did you mean bash?)'],
    ['a command to help on', ['help', 'convrt'], "help: did you mean 'convert'?"],
  ])('%s', (_what, args, answer) => {
    const { status, stdout, stderr } = command(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(answer);
    expect(widest(stderr)).toBeLessThanOrEqual(80);
  });

  test.each([
    ['7,2', '7.2'],
    ['qemu-7.2.1', '7.2.1'],
    ['QEMU 10.0', '10.0'],
  ])('the QEMU version %s', (version, meant) => {
    const { status, stderr } = command(['--qemu-version', version, '-'], { input: MINIMAL });
    expect(status).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain(`Did you mean ${meant}?`);
    expect(widest(stderr)).toBeLessThanOrEqual(80);
  });

  test('every value of every option that takes one of a few words', () => {
    const asked = every().flatMap(({ options }) => options.filter(({ argChoices }) => argChoices));
    expect(asked.length).toBeGreaterThan(10);
    for (const option of asked)
      for (const choice of option.argChoices ?? []) {
        const typed = `${choice}x`;
        if (option.argChoices?.includes(typed) !== true)
          expect(() => option.parseArg?.(typed, undefined)).toThrow(`(Did you mean ${choice}?)`);
      }
  });
});
