import type { Companion, HostStep } from '../model/decision';
import type { LaunchPlan } from '../model/plan';
import { shellWord } from '../model/shell-word';
import { pretty } from './shell';

type Options = readonly (readonly string[])[];

/** Seconds that a companion has to open its socket. */
const PATIENCE = 10;

/**
 * A POSIX script that does the host steps, starts the companions, and becomes QEMU; where something is to be ended or taken
 * back after it, it stays. It stops at the first thing that fails.
 */
export function script(plan: LaunchPlan, options: Options): string {
  const { companions, hostSteps } = plan;
  const unseen = hostSteps.some(({ creates }) => creates !== undefined);
  return [
    HEADER,
    ...hostSteps.map(stepLines),
    ...(unseen ? [CONVERT_AGAIN] : [...companionLines(companions, undoing(plan)), command(plan, options)]),
  ].join('\n');
}

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

function stepLines({ what, commands, prefix }: HostStep): string {
  return `${comment(what)}${prefix === undefined ? commands.map((line) => `${line}\n`).join('') : ''}`;
}

/** What takes host steps back, the last first. */
function undoing({ hostSteps }: LaunchPlan): string[] {
  return hostSteps.toReversed().flatMap(({ undo }) => undo ?? []);
}

function companionLines(companions: readonly Companion[], undo: readonly string[]): string[] {
  if (companions.length + undo.length === 0) return [];
  return [preamble(undo), ...companions.map(companionLine)];
}

const preamble = (undo: readonly string[]) => `started=
# shellcheck disable=SC2086,SC2317 # a list of numbers; traps call it
stop_companions() {
  [ -z "$started" ] || kill $started 2>/dev/null || :
  wait
${undo.map((line) => `  ${line} || :\n`).join('')}}
trap stop_companions EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
wait_for() {
  left=${PATIENCE * 10}
  until [ -S "$1" ]; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "$1 did not appear" >&2; exit 1; }
    sleep 0.1
  done
}
`;

function companionLine({ argv, reason, socket }: Companion): string {
  const path = socket === undefined ? undefined : shellWord(socket);
  return [
    comment(reason),
    path === undefined ? '' : `rm -f ${path}\n`,
    `${argv.map(shellWord).join(' ')} &\nstarted="$started $!"\n`,
    path === undefined ? '' : `wait_for ${path}\n`,
  ].join('');
}

function command(plan: LaunchPlan, options: Options): string {
  const { environment, program, companions, hostSteps } = plan;
  const before = hostSteps.flatMap(({ prefix }) => prefix ?? []).map(shellWord);
  const line = [...before, pretty({ environment, program, options })].join(' ');
  if (companions.length + undoing(plan).length === 0) return `exec ${line}`;
  // In the background, so that a signal ends QEMU at once; with the terminal, for a monitor on it: a shell takes it away
  // before it looks at `<&0`.
  return `exec 3<&0
${line.trimEnd()} <&3 3<&- &
qemu=$!
trap 'kill "$qemu" 2>/dev/null || :' HUP INT TERM
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
