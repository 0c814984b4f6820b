import type { Companion, HostStep } from '../model/decision';
import type { LaunchPlan } from '../model/plan';
import { locksMemory } from '../model/plan/locked-memory';
import { CONTROL, systemdAssignment, systemdProgram, systemdWord } from './systemd-word';

type Options = readonly (readonly string[])[];
type Parts = Pick<
  LaunchPlan,
  'companions' | 'hostSteps' | 'environment' | 'program' | 'start' | 'memory' | 'devices'
>;

/** A unit file: its name, and what is in it. */
export interface Unit {
  readonly name: string;
  readonly text: string;
}

/** Seconds that a companion has to open its socket. */
const PATIENCE = 10;

/** Unit files as `systemctl cat` shows them, each after a comment with its path. */
export function systemd(plan: Parts, options: Options): string {
  return units(plan, options)
    .map(({ name, text }) => `# /etc/systemd/system/${name}\n${text}`)
    .join('\n');
}

/**
 * A service for each companion, which starts after the one before and is up when its socket is there, and one for QEMU,
 * which starts after all of them and takes them along when it ends. The first of all does the host steps.
 */
export function units(plan: Parts, options: Options): Unit[] {
  const { companions } = plan;
  const base = `domxml2qemu-${plan.start.name.replaceAll(/[^A-Za-z0-9_.-]/g, '_')}`;
  const names = companions.map(({ name }, index) => `${base}-${index + 1}-${name}.service`);
  return [
    ...companions.map((companion, index) => ({
      name: names[index] ?? '',
      text: companionUnit(companion, plan, { first: index === 0, after: names[index - 1] }),
    })),
    { name: `${base}.service`, text: guestUnit(plan, options, names) },
  ];
}

function companionUnit(
  { name, argv, socket, reason }: Companion,
  plan: Parts,
  { first, after }: { readonly first: boolean; readonly after: string | undefined },
): string {
  const [program = '', ...words] = argv;
  return file({
    Unit: [
      ['Description', line(`${name} of guest ${plan.start.name}: ${reason}`)],
      ...(after === undefined ? [] : [pair('Requires', after), pair('After', after)]),
      ['StopWhenUnneeded', 'yes'],
    ],
    Service: [
      ['Type', 'exec'],
      ...folder(plan),
      ...(first ? stepLines(plan.hostSteps) : []),
      ...(socket === undefined ? [] : [pair('ExecStartPre', `/bin/rm -f ${systemdWord(socket)}`)]),
      ['ExecStart', [systemdProgram(program), ...words.map(systemdWord)].join(' ')],
      ...(socket === undefined ? [] : [pair('ExecStartPost', waitFor(socket))]),
      ...(socket === undefined ? [] : [pair('ExecStopPost', `/bin/rm -f ${systemdWord(socket)}`)]),
    ],
  });
}

function waitFor(socket: string): string {
  const look = `left=${PATIENCE * 10}; until [ -S "$1" ]; do left=$((left - 1)); [ "$left" -gt 0 ]; sleep 0.1; done`;
  return `/bin/sh -e -c ${systemdWord(look)} wait ${systemdWord(socket)}`;
}

function guestUnit(plan: Parts, options: Options, companions: readonly string[]): string {
  const { environment, program, hostSteps, start } = plan;
  const [first, ...before] = [...hostSteps.flatMap(({ prefix }) => prefix ?? []), program];
  const lines = [
    [systemdProgram(first), ...before.map(systemdWord)].join(' '),
    ...options.map((words) => words.map(systemdWord).join(' ')),
  ];
  const undo = hostSteps.toReversed().flatMap((step) => step.undo ?? []);
  return file({
    Unit: [
      ['Description', line(`QEMU guest ${start.name}`)],
      ...(companions.length === 0 ? [] : [pair('BindsTo', companions.join(' '))]),
      ['After', ['network.target', ...companions].join(' ')],
    ],
    Service: [
      ['Type', 'exec'],
      ...folder(plan),
      ...environment.map(({ name, value }) => pair('Environment', systemdAssignment(`${name}=${value}`))),
      ...(companions.length === 0 ? stepLines(hostSteps) : []),
      ...(locksMemory(plan) ? [pair('LimitMEMLOCK', 'infinity')] : []),
      ['ExecStart', lines.join(' \\\n  ')],
      ...undo.map((command) => pair('ExecStopPost', `-/bin/sh -c ${systemdWord(command)}`)),
    ],
    Install: [['WantedBy', 'multi-user.target']],
  });
}

type Setting = readonly [key: string, value: string];

const pair = (key: string, value: string): Setting => [key, value];

/** A socket of a relative path is where both look for it. */
function folder({ companions }: Parts): Setting[] {
  const relative = companions.some(({ socket }) => socket !== undefined && !socket.startsWith('/'));
  return relative ? [['WorkingDirectory', '/run']] : [];
}

function stepLines(steps: readonly HostStep[]): Setting[] {
  return steps
    .filter(({ prefix }) => prefix === undefined)
    .map(({ commands }) => ['ExecStartPre', `/bin/sh -eu -c ${systemdWord(commands.join('\n'))}`]);
}

/** Text of a setting: one line, its specifiers stay text. */
function line(text: string): string {
  return text.replaceAll(CONTROL, ' ').replaceAll('%', '%%').replace(/\\+$/, '');
}

function file(sections: Readonly<Record<string, readonly Setting[]>>): string {
  return Object.entries(sections)
    .map(([name, settings]) => `[${name}]\n${settings.map(([key, value]) => `${key}=${value}\n`).join('')}`)
    .join('\n');
}
