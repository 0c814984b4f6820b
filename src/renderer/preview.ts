import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Decision, Resource } from '../model/decision';
import type { LaunchPlan } from '../model/plan';
import { shellWord } from '../model/shell-word';
import { pretty, type Command } from './shell';

/** What a start would do, for a person: sections with a heading each, empty ones left out. */
export function preview(plan: LaunchPlan, command: Command, diagnostics: readonly Diagnostic[]): string {
  const { decisions, companions, resources, hostSteps } = plan;
  return [
    section('Command', pretty(command).split('\n').slice(0, -1)),
    section('Decisions', decisions.flatMap(decisionLines)),
    section(
      'Companions: start these first',
      companions.flatMap(({ argv, reason, socket }) => [
        argv.map(shellWord).join(' '),
        `  ${reason}${socket === undefined ? '' : `; wait for ${socket}`}`,
      ]),
    ),
    section(
      'Host steps: before QEMU starts',
      hostSteps.flatMap(({ what, commands }) => [what, ...commands.map((command) => `  ${command}`)]),
    ),
    section(
      'Taken back: after QEMU has ended',
      hostSteps.toReversed().flatMap(({ undo }) => undo ?? []),
    ),
    section('Host paths', resources.map(resourceLine)),
    section('Checks', diagnostics.length === 0 ? ['nothing to say'] : diagnostics.map(checkLine)),
    'Nothing was started.\n',
  ].join('');
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${heading}\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

function decisionLines({ subject, value, reason, at, fact, caveats }: Decision): string[] {
  return [
    `${subject}: ${value}${at === undefined ? '' : ` (line ${at.line})`}`,
    `  because ${reason}`,
    ...(fact === undefined ? [] : [`  host: ${fact}`]),
    ...caveats.map((caveat) => `  note: ${caveat}`),
  ];
}

function resourceLine({ path, access, shared, usedBy }: Resource): string {
  return `${path}  ${access}${shared ? ', shared' : ''}, ${usedBy}`;
}

function checkLine({ severity, message, at }: Diagnostic): string {
  return `${severity}: ${message}${at === undefined ? '' : ` (line ${at.line})`}`;
}
