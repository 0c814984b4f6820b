/** What a person sees on a terminal: tmux is the terminal. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MINIMAL, PROJECT } from '../cli/command';
import { goldenText, widestLine, withoutColor } from '../cli/golden';
import { installed, missing } from '../qemu/qemus';

const OTHER = MINIMAL.replace(
  '</domain>',
  "<devices><disk type='file'><source file='/srv/images/of-the-guest.img'/><target dev='vda' bus='virtio'/></disk></devices></domain>",
);

let folder: string;
/** A server for each terminal: one that is told to end takes the next terminal with it. */
let sockets: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  sockets = [];
});
afterEach(() => {
  for (const socket of sockets) spawnSync('tmux', ['-S', socket, 'kill-server']);
  rmSync(folder, { recursive: true });
});

/** What tmux answers; its complaint is the test's. */
function tmux(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('tmux', ['-S', sockets.at(-1)!, '-f', '/dev/null', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`tmux ${args[0]}: ${stderr}`);
  return stdout;
}

/** Runs a command line in a terminal of so many columns; what it prints stays there to be looked at. */
function terminal(columns: number, command: string, env = ''): void {
  const program = `"${process.execPath}" "${PROJECT}/bin/domxml2qemu.js"`;
  const script = `cd ${folder}; ${env} ${program} ${command}; echo "status $?"; sleep 60`;
  sockets.push(join(folder, `tmux-${sockets.length}`));
  tmux('new-session', '-d', '-x', String(columns), '-y', '20', script);
}

const seen = (...options: string[]) => tmux('capture-pane', '-p', ...options).trimEnd();

/** What is seen once it matches. */
async function until(pattern: RegExp): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    if (pattern.test(seen())) return seen();
    await pause(100);
  }
  throw new Error(`not seen: ${String(pattern)}, but\n${seen()}`);
}

/** Guests that come when they are sent: a conversion waits for each. */
function pipes(names: readonly string[]): void {
  for (const name of names) execFileSync('mkfifo', [join(folder, name)]);
}

async function send(name: string, text: string): Promise<void> {
  // Opens when the other side reads; after which a bar is due.
  const pipe = await open(join(folder, name), 'w');
  await pause(200);
  await pipe.writeFile(text);
  await pipe.close();
}

if (!installed('tmux', ['-V'])) missing('the bar', 'tmux');
else
  describe('the bar', () => {
    const FILES = ['a.xml', 'b.xml', 'c.xml'];
    const COMMAND = '--host none --out-dir out a.xml b.xml c.xml';
    const rate = (text: string) => text.replaceAll(/\d+\/s/g, 'N/s').replaceAll(/[\d.]+ s$/gm, 'N s');

    test.each<[number, string]>([
      [140, '[#############---------------------------] 1/3  N/s'],
      [80, '[#############---------------------------] 1/3  N/s'],
      [20, '1/3  N/s'],
    ])(
      'it stands below what is said, and is gone at the end: %i columns',
      async (columns, bar) => {
        pipes(FILES);
        terminal(columns, COMMAND);
        await send('a.xml', MINIMAL);
        expect(rate(await until(/1\/3/))).toBe(bar);
        await send('b.xml', '<pool/>');
        expect(
          rate(await until(/2\/3/))
            .split('\n')
            .at(-1),
        ).toMatch(/2\/3 {2}N\/s( {2}1 error)?$/);
        expect(seen()).not.toContain('1/3');
        await send('c.xml', MINIMAL);
        const end = rate(await until(/status/)).replaceAll('\n', columns < 80 ? '' : '\n');
        expect(end).not.toMatch(/[123]\/3/);
        expect(end).toMatch(/^b\.xml:1:1: error\[not-a-domain\]/);
        expect(end).toMatch(/2 converted, 1 refused( \(b\.xml\))?, N s\n?status 1$/);
      },
      60_000,
    );

    test.each<[string, string, boolean]>([
      ['as always', '', true],
      ['NO_COLOR=1', 'NO_COLOR=1', false],
    ])(
      'errors have a color: %s',
      async (_name, env, colored) => {
        pipes(FILES);
        terminal(80, COMMAND, env);
        await send('a.xml', '<pool/>');
        await until(/1\/3 .* 1 error/);
        expect(seen('-e').includes('31m1 error')).toBe(colored);
      },
      60_000,
    );

    test('a dumb terminal has none', async () => {
      pipes(FILES);
      terminal(80, COMMAND, 'TERM=dumb');
      for (const name of FILES) {
        await send(name, MINIMAL);
        expect(seen()).not.toContain('/3');
      }
      expect(rate(await until(/status/))).toBe('3 converted, N s\nstatus 0');
    }, 60_000);

    test('a check has one while its document is in the making', async () => {
      pipes(FILES);
      terminal(80, 'check --host none --output json a.xml b.xml c.xml > document');
      await send('a.xml', MINIMAL);
      await until(/1\/3/);
      await send('b.xml', '<pool/>');
      await until(/2\/3 {2}\d+\/s {2}1 error/);
      await send('c.xml', MINIMAL);
      expect(await until(/status/)).toBe('status 1');
      expect(JSON.parse(readFileSync(join(folder, 'document'), 'utf8'))).toHaveLength(3);
    }, 60_000);

    test('a batch has one where its answers go elsewhere', async () => {
      pipes(['requests']);
      terminal(80, 'batch < requests > answers');
      const line = `${JSON.stringify({ xml: MINIMAL, options: { host: 'none' } })}\n`;
      const pipe = await open(join(folder, 'requests'), 'w');
      await pipe.writeFile(line);
      const answers = join(folder, 'answers');
      while (!existsSync(answers) || readFileSync(answers, 'utf8') === '') await pause(100);
      await pause(200);
      await pipe.writeFile('nonsense\n');
      expect(rate(await until(/1 error/))).toBe('2  N/s  1 error');
      await pipe.close();
      expect(rate(await until(/status/))).toBe('1 converted, 1 refused, N s\nstatus 0');
    }, 60_000);

    test('many threads have one too', async () => {
      const names = Array.from({ length: 70 }, (_, index) => `g${index}.xml`);
      for (const name of names) writeFileSync(join(folder, name), MINIMAL);
      pipes(['z.xml']);
      terminal(80, `--host none --out-dir out --jobs 2 ${names.join(' ')} z.xml`);
      // Sixteen guests are a job, and the last waits.
      await until(/\[#+-+\] \d+\/71/);
      await send('z.xml', MINIMAL);
      expect(rate(await until(/status/))).toBe('71 converted, N s\nstatus 0');
    }, 60_000);
  });

if (installed('tmux', ['-V']))
  describe.each([60, 80])('a terminal of %i columns breaks no line but that with a place', (columns) => {
    const TYPO = MINIMAL.replace('</os>', "</os><cpu mode='host-passthru' check='nonesuch'/>");
    const GUEST = `--qemu-version 10.0 --host ${PROJECT}/examples/scsi-lun/host.json ${PROJECT}/examples/scsi-lun/guest.xml`;
    test.each([
      'empty.xml typo.xml network.xml missing.xml',
      'check --host none guest.xml typo.xml',
      '--outptu json guest.xml',
      '--only dsiks guest.xml',
      'probe there-is-no-such-qemu-on-this-machine',
      'explain --host none --only nonesuch guest.xml',
      `explain ${GUEST}`,
      `tree ${GUEST}`,
      'diff --host none guest.xml other.xml',
      '--help',
      'run --help',
    ])(
      '%s',
      async (command) => {
        for (const [name, text] of [
          ['empty.xml', ''],
          ['guest.xml', MINIMAL],
          ['typo.xml', TYPO],
          ['network.xml', '<network/>'],
          ['other.xml', OTHER],
        ] as const)
          writeFileSync(join(folder, name), text);
        terminal(columns, command);
        await until(/^status \d$/m);
        // -J joins what the terminal broke: editors and scripts read the line with the place as one.
        const trimmed = (text: string) => text.replaceAll(/ +$/gm, '');
        const withPlace = /^\S+ (?:error|warning|note)\[[a-z-]+\]: /;
        const broken = trimmed(seen('-J', '-S', '-'))
          .split('\n')
          .map((line) =>
            withPlace.test(line) ? line.replaceAll(new RegExp(`.{${columns}}(?=.)`, 'g'), '$&\n') : line,
          );
        expect(trimmed(seen('-S', '-'))).toBe(trimmed(broken.join('\n')));
      },
      60_000,
    );
  });

if (!installed('tmux', ['-V'])) missing('run --dry-run, verify and host', 'tmux');
else
  describe.each([80, 140])('in a terminal of %i columns', (columns) => {
    const NO_COLOR = 'NO_COLOR=1';
    /** All that was printed, lines that the terminal broke whole again. */
    const all = async (...options: string[]) => {
      await until(/^status \d+$/m);
      const lines = seen('-J', '-S', '-', ...options).split('\n');
      return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
    };

    test('run --dry-run', async () => {
      const example = `${PROJECT}/examples/dry-run`;
      const command = `run --dry-run --qemu-version 10.0 --host ${example}/host.json ${example}/guest.xml`;
      terminal(columns, command, NO_COLOR);
      expect(await all()).toContain(goldenText(`dry-run/${columns}.never.txt`));
      expect(seen()).toMatch(/Nothing was started\.\nstatus 0$/);
      terminal(columns, command);
      expect(await all('-e')).toContain('\u001b[1mDecisions');
    }, 60_000);

    test('host', async () => {
      const command = `host --host ${PROJECT}/test/host/trees/fibre-channel/snapshot.json`;
      terminal(columns, command, NO_COLOR);
      expect(await all()).toBe(`${goldenText(`host/${columns}.never.txt`)}status 0\n`);
      terminal(columns, command);
      expect(await all('-e')).toContain('\u001b[1mAdapters:');
    }, 60_000);

    if (!installed('qemu-system-x86_64')) missing('verify', 'qemu-system-x86_64');
    else
      test('verify', async () => {
        const cpu = "<cpu mode='custom'><model>qemu64</model><feature name='vmx' policy='require'/></cpu>";
        writeFileSync(join(folder, 'guest.xml'), MINIMAL.replace('</os>', `</os>${cpu}`));
        terminal(columns, 'verify guest.xml');
        const text = await all('-e');
        expect(text).toContain('\u001b[32m=');
        expect(text).toContain('\u001b[1m\u001b[31m!');
        expect(withoutColor(text)).toMatch(/^cpu +vmx +! planned on, QEMU has off$/m);
        expect(withoutColor(text)).toMatch(/: 1 of \d+ differ from the plan\.\nstatus 1$/m);
        // QEMU's own words are as long as they are.
        const own = text.replaceAll(/^qemu-system.*$/gm, '');
        expect(widestLine(own)).toBeLessThanOrEqual(columns);
      }, 60_000);
  });
