import { visible } from '../../diagnostics/report';
import type { ExplainedArgument, ExplainedProperty, Group, Origin } from '../../explainer/explanation';
import type { Decision } from '../../model/decision';
import type { View, XmlSource } from './view';
import { wrapWords } from './wrap';

/** A remark beside an argument. */
export interface Note {
  readonly text: string;
  readonly look: 'plain' | 'faint' | 'note' | 'help';
}

/** `line 23: <source dev='/dev/sda'/>`, cut to the width; or why nothing of the XML is behind it. */
export function originLine({ at, implied }: Origin, source: XmlSource, width: number): string {
  if (implied !== undefined) return `not in the XML`;
  const text = visible((source.lines[at.line - 1] ?? '').trim());
  const whole = `line ${at.line}: ${text}`;
  return whole.length <= width ? whole : `${whole.slice(0, Math.max(0, width - 1))}…`;
}

/**
 * What is to be said beside an argument. What is about the whole group stands beside its first; why nobody wrote it, beside
 * the first that has no reason of its own.
 */
export function notesOf(group: Group, argument: ExplainedArgument, source: XmlSource): Note[] {
  const { origin, arguments: args } = group;
  const own = argument.origin !== origin;
  const firstOfOrigin = args.find((one) => one.origin === origin) === argument;
  return [
    ...(own ? originNotes(argument.origin, source) : []),
    ...(firstOfOrigin ? impliedNotes(origin) : []),
    ...(args[0] === argument ? group.decisions.flatMap(decisionNotes) : []),
    ...(args[0] === argument && chosen(group) ? changeNotes(group.change) : []),
    ...argument.releases.map((text) => ({ text, look: 'faint' }) as const),
    ...changeNotes(argument.change),
  ];
}

/** Somebody decided here, so something can be said otherwise. */
function chosen({ origin, decisions }: Group): boolean {
  return origin.implied !== undefined || decisions.length > 0;
}

function originNotes(origin: Origin, source: XmlSource): Note[] {
  return origin.implied === undefined
    ? [{ text: originLine(origin, source, Infinity), look: 'faint' }]
    : impliedNotes(origin);
}

function impliedNotes({ implied }: Origin): Note[] {
  return implied === undefined ? [] : [{ text: implied, look: 'plain' }];
}

function changeNotes(change: string | undefined): Note[] {
  return change === undefined ? [] : [{ text: `to change it: ${change}`, look: 'help' }];
}

function decisionNotes({ value, reason, fact, caveats }: Decision): Note[] {
  return [
    { text: visible(`${value}: ${reason}`), look: 'plain' },
    ...(fact === undefined ? [] : [{ text: visible(`host: ${fact}`), look: 'note' } as const]),
    ...caveats.map((caveat) => ({ text: visible(caveat), look: 'faint' }) as const),
  ];
}

const DEEP = '      ';

/** A line for each property: what it is, and where the XML says it. */
export function propertyLines({ properties }: ExplainedArgument, { width, paint }: View): string[] {
  return properties.flatMap((property) =>
    wrapWords(`${named(property)}  ${visible(meaning(property))}`, width - DEEP.length, '  ').map(
      (line) => DEEP + paint.faint(line),
    ),
  );
}

export function named({ name, value }: ExplainedProperty): string {
  return visible(name === '' ? value : `${name}=${value}`);
}

/** `the SCSI target (line 25: address/@target)`. */
export function meaning({ about = '', at, otherwise, path }: ExplainedProperty): string {
  if (at !== undefined) return `${about} (line ${at.line}: ${path ?? at.path})`;
  if (otherwise !== undefined)
    return `${about}: ${otherwise}${path === undefined ? '' : ` (set it with ${path})`}`;
  return path === undefined ? about : `${about} (set it with ${path})`;
}
