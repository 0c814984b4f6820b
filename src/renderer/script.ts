import { remainsOf, type Companion, type HostStep } from '../model/decision';
import type { LaunchPlan } from '../model/plan';
import { shellWord } from '../model/shell-word';
import { pretty } from './shell';

type Options = readonly (readonly string[])[];

/** Seconds that a companion has to open its socket. */
const PATIENCE = 10;

/** Seconds that all of them together have to end by themselves, as a start by `run` gives each. */
const GRACE = 10;

/**
 * A POSIX script that does the host steps, starts the companions, and becomes QEMU; where something is to be ended or taken
 * back after it, it stays. It stops at the first thing that fails.
 */
export function script(plan: LaunchPlan, options: Options): string {
  const { companions, hostSteps } = plan;
  const unseen = hostSteps.some(({ creates }) => creates !== undefined);
  return [
    HEADER,
    ...(staysFor(plan) ? [preamble(plan)] : []),
    ...(socketsOf(plan).length > 0 ? [refuseServed(socketsOf(plan))] : []),
    ...hostSteps.map((step, index) => stepLines(step, index, undoes(plan))),
    ...(unseen
      ? [CONVERT_AGAIN]
      : [
          ...(staysFor(plan) ? [start(plan)] : []),
          ...companions.map((companion) => companionLine(companion, plan)),
          command(plan, options),
        ]),
  ].join('\n');
}

/** Whether something is to be ended or taken back after QEMU. */
const staysFor = (plan: LaunchPlan) => plan.companions.length > 0 || undoes(plan);

/** Those that have one, in their order. */
const servers = ({ companions }: LaunchPlan) => companions.filter(({ socket }) => socket !== undefined);

const socketsOf = (plan: LaunchPlan) => servers(plan).map(({ socket = '' }) => shellWord(socket));

const undoes = ({ hostSteps }: LaunchPlan) => hostSteps.some(({ undo }) => undo !== undefined);

const HEADER = `#!/bin/sh
# Host steps want root. Written by domxml2qemu.
# shellcheck disable=SC2016 # a value is meant as it stands
set -eu
`;

/** A command line without the LUNs that such a step brings would start the wrong guest. */
const CONVERT_AGAIN = `# What the steps above brought is in no command that was written before them.
echo 'The devices are there: convert the guest again, for what is behind them.' >&2
exit 75
`;

/** From its first command on a step is to be taken back; a signal waits for its last where one is. */
function stepLines({ what, commands, prefix, undo }: HostStep, index: number, undoes: boolean): string {
  if (prefix !== undefined) return comment(what);
  const due = undo === undefined ? [] : [`${flag(index)}=due`];
  const lines = [...commands.slice(0, 1), ...due, ...commands.slice(1), ...(undoes ? ['go_on'] : [])];
  return `${comment(what)}${lines.map((line) => `${line}\n`).join('')}`;
}

const flag = (index: number) => `undo_${index + 1}`;

/** What takes the steps back that were done, the last first, each line whatever became of the others. */
function undoLines(steps: readonly HostStep[]): string {
  return steps
    .flatMap(({ undo }, index) =>
      undo === undefined
        ? []
        : [`  [ -z "$${flag(index)}" ] || {\n${undo.map((line) => `    ${line} || :\n`).join('')}  }\n`],
    )
    .toReversed()
    .join('');
}

function preamble(plan: LaunchPlan): string {
  const steps = plan.hostSteps;
  const remains = servers(plan).map((server) => remainsOf(server).map(shellWord).join(' '));
  const made = remains.map((_, index) => `${socketFlag(index)}=`);
  const flags = steps.flatMap(({ undo }, index) => (undo === undefined ? [] : [`${flag(index)}=`]));
  return `${['started=', ...made, ...flags].join('\n')}
# shellcheck disable=SC2086,SC2317 # a list of numbers; traps call it
stop_companions() {
  trap '' HUP INT QUIT TERM
  [ -z "$started" ] || kill $started 2>/dev/null || :
  left=${GRACE * 10}
  for pid in $started; do
    while [ "$left" -gt 0 ] && kill -0 "$pid" 2>/dev/null; do
      sleep 0.1
      left=$((left - 1))
    done
    [ "$left" -gt 0 ] || kill -s KILL "$pid" 2>/dev/null || :
  done
  wait
${remains.map((paths, index) => `  [ -z "$${socketFlag(index)}" ] || rm -f ${paths}\n`).join('')}${undoLines(steps)}}
trap stop_companions EXIT
${flags.length === 0 ? '' : DEFERRED}`;
}

const socketFlag = (index: number) => `socket_${index + 1}`;

/** Before all else, as the guest may be running; what a run that was cut off left is replaced (see unix-socket.ts). */
const refuseServed = (sockets: readonly string[]) => `refuse_served() {
  [ -r /proc/net/unix ] || return 0
  while IFS= read -r line; do
    case $line in
      *" $1") echo "another process serves $1: the guest may be running already" >&2; exit 1 ;;
    esac
  done </proc/net/unix
}
${sockets.map((path) => `refuse_served ${path}\n`).join('')}`;

/** A step that is half done by a signal could not be taken back. */
const DEFERRED = `ended_by=
trap 'ended_by=129' HUP
trap 'ended_by=130' INT
trap 'ended_by=131' QUIT
trap 'ended_by=143' TERM
go_on() {
  [ -z "$ended_by" ] || exit "$ended_by"
}
`;

function start(plan: LaunchPlan): string {
  const waits = plan.companions.some(({ socket }) => socket !== undefined);
  return `trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 131' QUIT
trap 'exit 143' TERM
${undoes(plan) ? 'go_on\n' : ''}${waits ? WAIT_FOR : ''}`;
}

const WAIT_FOR = `wait_for() {
  left=${PATIENCE * 10}
  until [ -S "$1" ]; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "$1 did not appear" >&2; exit 1; }
    sleep 0.1
  done
}
`;

function companionLine({ argv, reason, socket }: Companion, plan: LaunchPlan): string {
  const path = socket === undefined ? undefined : shellWord(socket);
  const made = path === undefined ? '' : socketFlag(socketsOf(plan).indexOf(path));
  return [
    comment(reason),
    path === undefined ? '' : `rm -f ${path}\n${made}=made\n`,
    `${argv.map(shellWord).join(' ')} &\nstarted="$started $!"\n`,
    path === undefined ? '' : `wait_for ${path}\n`,
  ].join('');
}

function command(plan: LaunchPlan, options: Options): string {
  const { environment, program, hostSteps } = plan;
  const before = hostSteps.flatMap(({ prefix }) => prefix ?? []).map(shellWord);
  const line = [...before, pretty({ environment, program, options })].join(' ');
  if (!staysFor(plan)) return `exec ${line}`;
  // In the background, so that a signal ends QEMU at once; with the terminal, for a monitor on it: a shell takes it away
  // before it looks at `<&0`. It may have none at all.
  return `{ true 3<&0; } 2>/dev/null || exec </dev/null
exec 3<&0
${line.trimEnd()} <&3 3<&- &
qemu=$!
trap 'kill "$qemu" 2>/dev/null || :' HUP INT QUIT TERM
status=0
wait "$qemu" || status=$?
# A signal ends the first wait; QEMU may take its time.
while kill -0 "$qemu" 2>/dev/null; do
  status=0
  wait "$qemu" || status=$?
done
exit "$status"
`;
}

/** Whatever the text, it stays a comment. */
function comment(text: string): string {
  return `# ${text.replaceAll(/[\r\n]+/g, ' ')}\n`;
}
