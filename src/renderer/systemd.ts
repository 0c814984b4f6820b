import { remainsOf, type Companion, type HostStep } from '../model/decision';
import type { LaunchPlan } from '../model/plan';
import type { PlannedDevice } from '../model/plan/device';
import { fileName } from '../model/file-name';
import { locksMemory } from '../model/plan/locked-memory';
import { environmentFile, hostUnit, leavesSomething } from './systemd-host';
import { file, line, pair, type Setting } from './systemd-file';
import { systemdAssignment, systemdProgram, systemdWord } from './systemd-word';

type Options = readonly (readonly string[])[];
type Parts = Pick<
  LaunchPlan,
  | 'companions'
  | 'hostSteps'
  | 'environment'
  | 'program'
  | 'start'
  | 'memory'
  | 'devices'
  | 'resources'
  | 'monitors'
>;

/** A unit file: its name, and what is in it. */
export interface Unit {
  readonly name: string;
  readonly text: string;
}

/** Seconds that a companion has to open its socket. */
const PATIENCE = 10;

/**
 * Unit files as `systemctl cat` shows them, each after a comment with its path. `here`: the folder that a relative path of
 * the guest starts from.
 */
export function systemd(plan: Parts, options: Options, here: string): string {
  return units(plan, options, here)
    .map(({ name, text }) => `# /etc/systemd/system/${name}\n${text}`)
    .join('\n');
}

/**
 * A service for each companion, which starts after the one before and is up when its socket is there, and one for QEMU,
 * which starts after all of them and takes them along when it ends. The first of all does the host steps: a service of their
 * own where they leave something, else the first that there is.
 */
export function units(plan: Parts, options: Options, here: string): Unit[] {
  const { companions, hostSteps } = plan;
  const base = `domxml2qemu-${fileName(plan.start.name)}`;
  const host = leavesSomething(hostSteps) ? `${base}-host.service` : undefined;
  const names = companions.map(({ name }, index) => `${base}-${index + 1}-${name}.service`);
  const steps = host === undefined ? stepLines(hostSteps) : [];
  return [
    ...(host === undefined
      ? []
      : [
          {
            name: host,
            text: hostUnit(hostSteps, { guest: plan.start.name, base, folder: folder(plan, here) }),
          },
        ]),
    ...companions.map((companion, index) => ({
      name: names[index] ?? '',
      text: companionUnit(companion, plan, {
        steps: index === 0 ? steps : [],
        after: names[index - 1] ?? host,
        folder: folder(plan, here),
      }),
    })),
    {
      name: `${base}.service`,
      text: guestUnit(plan, options, {
        steps: companions.length === 0 ? steps : [],
        needs: [...(host === undefined ? [] : [host]), ...names],
        folder: [...folder(plan, here), ...environmentFile(hostSteps, base)],
      }),
    },
  ];
}

/** The first settings of a service that depend on the others. */
interface Surroundings {
  readonly steps: readonly Setting[];
  readonly folder: readonly Setting[];
}

function companionUnit(
  companion: Companion,
  plan: Parts,
  { steps, after, folder }: Surroundings & { readonly after: string | undefined },
): string {
  const { name, argv, socket, reason } = companion;
  const [program = '', ...words] = argv;
  const left = remainsOf(companion);
  return file({
    Unit: [
      ['Description', line(`${name} of guest ${plan.start.name}: ${reason}`)],
      ...(after === undefined ? [] : [pair('Requires', after), pair('After', after)]),
      ['StopWhenUnneeded', 'yes'],
    ],
    Service: [
      ['Type', 'exec'],
      ...folder,
      ...steps,
      ...(socket === undefined ? [] : [pair('ExecStartPre', `/bin/rm -f ${systemdWord(socket)}`)]),
      ['ExecStart', [systemdProgram(program), ...words.map(systemdWord)].join(' ')],
      ...(socket === undefined ? [] : [pair('ExecStartPost', waitFor(socket))]),
      ...(left.length === 0 ? [] : [pair('ExecStopPost', `/bin/rm -f ${left.map(systemdWord).join(' ')}`)]),
    ],
  });
}

function waitFor(socket: string): string {
  const look = `left=${PATIENCE * 10}; until [ -S "$1" ]; do left=$((left - 1)); [ "$left" -gt 0 ]; sleep 0.1; done`;
  return `/bin/sh -e -c ${systemdWord(look)} wait ${systemdWord(socket)}`;
}

function guestUnit(
  plan: Parts,
  options: Options,
  { steps, needs, folder }: Surroundings & { readonly needs: readonly string[] },
): string {
  const { environment, program, hostSteps, start } = plan;
  const [first, ...before] = [...hostSteps.flatMap(({ prefix }) => prefix ?? []), program];
  const lines = [
    [systemdProgram(first), ...before.map(systemdWord)].join(' '),
    ...options.map((words) => words.map(systemdWord).join(' ')),
  ];
  return file({
    Unit: [
      ['Description', line(`QEMU guest ${start.name}`)],
      ...(needs.length === 0 ? [] : [pair('BindsTo', needs.join(' '))]),
      ['After', ['network.target', ...needs].join(' ')],
    ],
    Service: [
      ['Type', 'exec'],
      ...folder,
      ...environment.map(({ name, value }) => pair('Environment', systemdAssignment(`${name}=${value}`))),
      ...steps,
      ...(locksMemory(plan) ? [pair('LimitMEMLOCK', 'infinity')] : []),
      ['ExecStart', lines.join(' \\\n  ')],
    ],
    Install: [['WantedBy', 'multi-user.target']],
  });
}

/** A relative path means the same to all of them, and the same as to `run`. */
function folder({ companions, resources, devices, monitors }: Parts, here: string): Setting[] {
  const paths = [
    ...companions.flatMap(({ socket }) => socket ?? []),
    ...resources.map(({ path }) => path),
    ...devices.flatMap(chardevPath),
    ...devices.flatMap(screenPath),
    ...monitors.flatMap((monitor) => (monitor.type === 'qmp' ? [monitor.path] : [])),
  ];
  return paths.every((path) => path.startsWith('/')) ? [] : [['WorkingDirectory', line(here)]];
}

/** Sockets that QEMU makes itself are no paths that it must find. */
function chardevPath(device: PlannedDevice): string[] {
  const properties = 'chardev' in device ? device.chardev?.properties : undefined;
  const path = properties?.['path'];
  return typeof path === 'string' && properties?.['abstract'] !== true ? [path] : [];
}

function screenPath(device: PlannedDevice): string[] {
  const listen = device.kind === 'graphics' ? device.listen : undefined;
  return listen?.type === 'socket' ? [listen.path] : [];
}

function stepLines(steps: readonly HostStep[]): Setting[] {
  const done = steps.filter(({ prefix }) => prefix === undefined);
  const atHome = done.some(({ commands }) => commands.some((command) => command.includes('~/')));
  return [
    // A service of the system has none.
    ...(atHome ? [pair('Environment', 'HOME=%h')] : []),
    ...done.map(({ commands }) => pair('ExecStartPre', `/bin/sh -eu -c ${systemdWord(commands.join('\n'))}`)),
  ];
}
