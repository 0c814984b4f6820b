import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { LaunchPlan } from '../../src/model/plan';
import { systemd as systemdIn, units as unitsIn } from '../../src/renderer/systemd';
import { installed, missing } from '../qemu/qemus';

type Plan = Parameters<typeof unitsIn>[0];
type Options = Parameters<typeof unitsIn>[1];

const units = (guest: Plan, options: Options) => unitsIn(guest, options, '/srv/my guests');
const systemd = (guest: Plan, options: Options) => systemdIn(guest, options, '/srv/my guests');

function plan(parts: Partial<LaunchPlan> = {}): Plan {
  const start = { name: 'db 1' };
  return {
    companions: [],
    hostSteps: [],
    environment: [],
    devices: [],
    resources: [],
    monitors: [],
    memory: {},
    program: '/bin/true',
    start,
    ...parts,
  } as unknown as Plan;
}

const companion = (name: string, socket?: string) => ({
  name,
  argv: ['/bin/sleep', '1'],
  socket,
  reason: 'the guest needs it',
});

/** What systemd makes of a line: words, C escapes, then specifiers and variables (systemd.syntax(7), systemd.service(5)). */
function wordsOf(line: string): string[] {
  const words = line.match(/"(?:[^"\\]|\\.)*"|[^\s"]+/gs) ?? [];
  return words.map((word) =>
    (word.startsWith('"') ? word.slice(1, -1) : word)
      .replaceAll(
        /\\(?:(?:x(?=[\da-f]{2})|u(?=[\da-f]{4})|U(?=[\da-f]{8}))((?<=x)..|(?<=u)....|(?<=U).{8})|(.))/gs,
        (_whole, hex: string | undefined, plain: string) =>
          hex === undefined ? plain : String.fromCodePoint(Number.parseInt(hex, 16)),
      )
      .replaceAll('%%', '%')
      .replaceAll('$$', () => '$'),
  );
}

function startOf(text: string): string {
  // Line separators of Unicode end no line of a unit.
  return /^ExecStart=((?:[^\n]*\\\n)*[^\n]*)/m.exec(text)?.[1]?.replaceAll('\\\n', ' ') ?? '';
}

test('any word comes through systemd as it was', () => {
  const word = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = units(plan(), [words])[0]!.text;
      expect(wordsOf(startOf(text))).toEqual(['/bin/true', ...words]);
      // Nothing that systemd would still replace is left single.
      expect(startOf(text).replaceAll(/%%|\$\$/g, '')).not.toMatch(/[%$]/);
    }),
  );
});

test('a program cannot take the letters that systemd reads before one', () => {
  const text = units(plan({ program: '+/bin/true' }), [])[0]!.text;
  expect(startOf(text)).toBe('/usr/bin/env -- +/bin/true');
});

test('companions in their order, each up when its socket is there, and QEMU after them', () => {
  const guest = plan({
    companions: [
      { ...companion('swtpm', '/run/a b.sock'), leaves: ['/run/a b.sock.pid'] },
      companion('passt'),
    ],
    hostSteps: [
      { what: 'a step', commands: ['x="$HOME"', 'echo 100%'] },
      { what: 'p', commands: [], prefix: ['/usr/bin/setpriv', '--'] },
    ],
    environment: [{ name: 'TZ', value: '$x "50%"' }],
  });
  expect(systemd(guest, [['-name', 'guest=db 1'], ['-S']]))
    .toBe(`# /etc/systemd/system/domxml2qemu-db_1-c05bd8b8-1-swtpm.service
[Unit]
Description=swtpm of guest db 1: the guest needs it
StopWhenUnneeded=yes

[Service]
Type=exec
ExecStartPre=/bin/sh -eu -c "x=\\"$$HOME\\"\\x0aecho 100%%"
ExecStartPre=/bin/rm -f "/run/a b.sock"
ExecStart=/bin/sleep 1
ExecStartPost=/bin/sh -e -c "left=100; until [ -S \\"$$1\\" ]; do left=$$((left - 1)); [ \\"$$left\\" -gt 0 ]; sleep 0.1; done" wait "/run/a b.sock"
ExecStopPost=/bin/rm -f "/run/a b.sock" "/run/a b.sock.pid"

# /etc/systemd/system/domxml2qemu-db_1-c05bd8b8-2-passt.service
[Unit]
Description=passt of guest db 1: the guest needs it
Requires=domxml2qemu-db_1-c05bd8b8-1-swtpm.service
After=domxml2qemu-db_1-c05bd8b8-1-swtpm.service
StopWhenUnneeded=yes

[Service]
Type=exec
ExecStart=/bin/sleep 1

# /etc/systemd/system/domxml2qemu-db_1-c05bd8b8.service
[Unit]
Description=QEMU guest db 1
BindsTo=domxml2qemu-db_1-c05bd8b8-1-swtpm.service domxml2qemu-db_1-c05bd8b8-2-passt.service
After=network.target domxml2qemu-db_1-c05bd8b8-1-swtpm.service domxml2qemu-db_1-c05bd8b8-2-passt.service

[Service]
Type=exec
Environment="TZ=$x \\"50%%\\""
ExecStart=/usr/bin/setpriv -- /bin/true \\
  -name "guest=db 1" \\
  -S

[Install]
WantedBy=multi-user.target
`);
});

test('steps that leave something have a service, which takes back those that began, the last first', () => {
  const guest = plan({
    companions: [companion('passt')],
    hostSteps: [
      { what: 'one', commands: ['one', 'two'], undo: ['un "one"', 'un two'] },
      { what: 'plain', commands: ['plain'] },
      { what: 'p', commands: [], prefix: ['/usr/bin/setpriv'] },
      { what: 'last', commands: ['last'], undo: ['un last'], exports: ['A'] },
    ],
  });
  const [host, , qemu] = units(guest, []);
  expect(host).toEqual({
    name: 'domxml2qemu-db_1-c05bd8b8-host.service',
    text: `[Unit]
Description=what guest db 1 needs of the host
StopWhenUnneeded=yes

[Service]
Type=oneshot
RemainAfterExit=yes
RuntimeDirectory=domxml2qemu-db_1-c05bd8b8
RuntimeDirectoryMode=0700
Environment=HOME=%h
EnvironmentFile=-%t/domxml2qemu-db_1-c05bd8b8/environment
ExecStart=/bin/sh -eu -c "one\\x0a: > \\"$$RUNTIME_DIRECTORY/step-1\\"\\x0atwo\\x0aplain\\x0alast\\x0a: > \\"$$RUNTIME_DIRECTORY/step-3\\"\\x0aprintf '%%s=\\"%%s\\"\\\\n' A \\"$$(printf %%s \\"$$A\\" | sed 's/[\\"\\\\$$\`]/\\\\\\\\&/g')\\" >> \\"$$RUNTIME_DIRECTORY/environment\\""
ExecStopPost=-/bin/sh -u -c "[ -e \\"$$RUNTIME_DIRECTORY/step-3\\" ] || exit 0\\x0aun last"
ExecStopPost=-/bin/sh -u -c "[ -e \\"$$RUNTIME_DIRECTORY/step-1\\" ] || exit 0\\x0aun \\"one\\"\\x0aun two"
`,
  });
  expect(qemu!.text).toContain('\nEnvironmentFile=%t/domxml2qemu-db_1-c05bd8b8/environment\n');
});

test.each<[string, Partial<LaunchPlan>, boolean]>([
  ['a companion', { companions: [companion('passt', 'a.sock')] }, true],
  ['a file', { resources: [{ path: 'a.img' }] as unknown as LaunchPlan['resources'] }, true],
  ['a socket of its own', { devices: [port({ path: 'a.sock' })] }, true],
  ['an abstract socket', { devices: [port({ path: 'a', abstract: true })] }, false],
  ['a whole path', { devices: [port({ path: '/run/a.sock' })] }, false],
  ['a monitor', { monitors: [{ type: 'qmp', path: 'a.sock' }] as unknown as LaunchPlan['monitors'] }, true],
  ['a terminal', { monitors: [{ type: 'stdio' }] as unknown as LaunchPlan['monitors'] }, false],
  ['a screen', { devices: [screen({ type: 'socket', path: 'a.sock' })] }, true],
  ['a screen by TCP', { devices: [screen({ type: 'tcp', path: 'a.sock' })] }, false],
])('a relative path starts from where the units were written: %s', (_, parts, has) => {
  for (const { text } of units(plan(parts), []))
    expect(text.includes('\nWorkingDirectory=/srv/my guests\n')).toBe(has);
});

function port(properties: Readonly<Record<string, string | boolean>>): LaunchPlan['devices'][number] {
  return { kind: 'channel', chardev: { properties } } as unknown as LaunchPlan['devices'][number];
}

function screen(listen: Readonly<Record<string, string>>): LaunchPlan['devices'][number] {
  return { kind: 'graphics', listen } as unknown as LaunchPlan['devices'][number];
}

test('a name cannot add a setting', () => {
  const evil = plan({ start: { name: 'a\nExecStart=/bin/evil %n \\' } as LaunchPlan['start'] });
  const [unit] = units(evil, []);
  expect(unit!.name).toBe('domxml2qemu-a_ExecStart__bin_evil__n__-9bbe1528.service');
  expect(unit!.text).toContain('Description=QEMU guest a ExecStart=/bin/evil %%n \nAfter=');
});

test.each(['a\\', 'a\\\\'])('%j ends its line, and takes none of the next', (name) => {
  const [unit] = units(plan({ start: { name } as LaunchPlan['start'] }), []);
  expect(unit!.text).toContain('Description=QEMU guest a\nAfter=');
});

if (!installed('systemd-analyze'))
  missing('systemd-analyze has nothing to say', 'systemd-analyze (Debian: systemd)');
else
  test('systemd-analyze has nothing to say', () => {
    const folder = mkdtempSync(join(tmpdir(), 'units-'));
    const guest = plan({
      companions: [companion('swtpm', 'a.sock'), companion('passt', '/run/$x%y')],
      hostSteps: [{ what: 'a step', commands: ["x='a'", 'echo "$x" 100%'], undo: ['true'] }],
      environment: [{ name: 'TZ', value: 'a "b" %' }],
    });
    try {
      const files = units(guest, [['-name', 'a "b" $c %d \\e\n;'], [';']]).map(({ name, text }) => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      });
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...files], {
        encoding: 'utf8',
      });
      const about = stderr.split('\n').filter((line) => line.includes('domxml2qemu'));
      expect({ status, about }).toEqual({ status: 0, about: [] });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

test('what is not seen stands in a unit by its number', () => {
  const guest = plan({ start: { name: 'a\u202eb' } as LaunchPlan['start'] });
  const unit = systemd(guest, [['-name', 'guest=a\u202eb\u{e0041}']]);
  expect(unit).toContain('"guest=a\\u202eb\\U000e0041"');
  expect(unit).not.toMatch(/\p{Cf}/u);
});

test('a step that knows servers by a file at home has a home', () => {
  const step = { what: 'knows', commands: ['touch ~/.ssh/known_hosts'] };
  const [unit] = units(plan({ hostSteps: [step] }), []);
  expect(unit?.text).toMatch(/^Environment=HOME=%h\nExecStartPre=/m);
  const [other] = units(plan({ hostSteps: [{ ...step, commands: ['touch /srv/a'] }] }), []);
  expect(other?.text).not.toContain('HOME');
});
