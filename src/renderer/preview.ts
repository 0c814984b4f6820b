import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Paint } from '../diagnostics/paint';
import { visible } from '../diagnostics/report';
import type { Decision, Resource } from '../model/decision';
import type { LaunchPlan } from '../model/plan';
import { shellWord } from '../model/shell-word';
import { wrapWords } from './explain/wrap';
import { pretty, type Command } from './shell';

/** How wide and how colored. */
export interface PreviewView {
  /** Columns that prose is broken to; what can be copied into a shell never is. */
  readonly width: number;
  readonly paint: Paint;
}

/** What a start would do, for a person: sections with a heading each, empty ones left out. */
export function preview(
  plan: LaunchPlan,
  command: Command,
  diagnostics: readonly Diagnostic[],
  view: PreviewView,
): string {
  const { decisions, companions, resources, hostSteps } = plan;
  const { paint } = view;
  const section = sectionFor(view);
  return [
    section('Command', pretty(command).split('\n').slice(0, -1).map(whole)),
    section(
      'Decisions',
      decisions.flatMap((decision) => decisionLines(decision, paint)),
    ),
    section(
      'Companions: start these first',
      companions.flatMap(({ argv, reason, socket }) => [
        whole(argv.map(shellWord).join(' ')),
        prose(`  ${reason}${socket === undefined ? '' : `; wait for ${socket}`}`),
      ]),
    ),
    section(
      'Host steps: before QEMU starts',
      hostSteps.flatMap(({ what, commands }) => [prose(what), ...commands.map((line) => whole(`  ${line}`))]),
    ),
    section(
      'Taken back: after QEMU has ended',
      hostSteps
        .toReversed()
        .flatMap(({ undo }) => undo ?? [])
        .map(whole),
    ),
    section('Host paths', resources.map(resourceLine)),
    section(
      'Checks',
      diagnostics.length === 0 ? [prose('nothing to say')] : diagnostics.map((one) => checkLine(one, paint)),
    ),
    `${paint.strong('Nothing was started.')}\n`,
  ].join('');
}

/** A line of a section; without `mark` it is to be copied and stays whole, with one its words are broken to the width. */
interface Line {
  readonly text: string;
  /** Its first words, which the mark paints. */
  readonly head?: string;
  readonly mark?: (text: string) => string;
}

const whole = (text: string): Line => ({ text });
const same = (text: string) => text;
const prose = (text: string, head = '', mark = same): Line => ({ text: visible(text), head, mark });

function sectionFor({ width, paint }: PreviewView) {
  return (heading: string, lines: readonly Line[]): string => {
    if (lines.length === 0) return '';
    const body = lines.flatMap((line) => broken(line, width)).map((line) => `${line}\n`);
    return `${paint.strong(heading)}\n${body.join('')}\n`;
  };
}

/** Its words below each other, further in from the second line on; color takes no columns. */
function broken({ text, head = '', mark }: Line, width: number): string[] {
  const indent = `  ${/^ */.exec(text)?.[0] ?? ''}`;
  if (mark === undefined) return [`  ${text}`];
  return wrapWords(text.trimStart(), width - indent.length, '  ').map((line, index) =>
    index === 0 && head !== '' && line.startsWith(head)
      ? `${indent}${mark(head)}${line.slice(head.length)}`
      : `${indent}${line}`,
  );
}

function decisionLines({ subject, value, reason, at, fact, caveats }: Decision, paint: Paint): Line[] {
  const place = at === undefined ? '' : ` (line ${at.line})`;
  return [
    prose(`${subject}: ${value}${place}`, visible(`${subject}:`), paint.strong),
    prose(`  because ${reason}`),
    ...(fact === undefined ? [] : [prose(`  host: ${fact}`, 'host:', paint.help)]),
    ...caveats.map((caveat) => prose(`  note: ${caveat}`, 'note:', paint.note)),
  ];
}

/** A path stays whole, as it may have to be copied. */
function resourceLine({ path, access, shared, usedBy }: Resource): Line {
  return prose(`${path}  ${access}${shared ? ', shared' : ''}, ${usedBy}`);
}

function checkLine({ severity, message, at }: Diagnostic, paint: Paint): Line {
  return prose(
    `${severity}: ${message}${at === undefined ? '' : ` (line ${at.line})`}`,
    `${severity}:`,
    paint[severity],
  );
}
