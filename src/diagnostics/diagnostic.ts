import type { Place } from '../model/place';

export type Severity = 'error' | 'warning' | 'note';

/** A remark that belongs to a diagnostic: where the other party stands, or what was found. */
export interface Note {
  readonly message: string;
  readonly at?: Place | undefined;
}

/** Something to say about the input: a stable code, a place in the XML where there is one, and a way out. */
export interface Diagnostic {
  /** Stable, kebab-case. `unsupported` only for valid XML that cannot be converted yet, `internal` only for a bug. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at?: Place | undefined;
  readonly notes: readonly Note[];
  /** What the user can do about it, as an imperative. */
  readonly help?: string | undefined;
  /** QEMU does not start with it as this host is now: what a conversion and a check warn of refuses a start. */
  readonly stopsStart?: boolean | undefined;
  /** Of what is mended at once for all places that it stands at: told once, and of each further place in a note of these words. */
  readonly again?: string | undefined;
}

/** What a catalog function may add to its message. */
export interface Extras {
  readonly notes?: readonly Note[];
  readonly help?: string | undefined;
  readonly stopsStart?: boolean;
  readonly again?: string;
}

/** Takes diagnostics as they come; conversion goes on, and stops before output if one is an error. */
export type Report = (diagnostic: Diagnostic) => void;

function of(severity: Severity) {
  return (code: string, at: Place | undefined, message: string, extras: Extras = {}): Diagnostic => ({
    code,
    severity,
    message,
    at,
    notes: extras.notes ?? [],
    help: extras.help,
    ...(extras.stopsStart === true ? { stopsStart: true } : {}),
    ...(extras.again === undefined ? {} : { again: extras.again }),
  });
}

/** Adds to what was said; see `Diagnostic.again`. */
export function addTo(said: Diagnostic[], next: Diagnostic): void {
  const index = next.again === undefined ? -1 : said.findIndex((other) => saysTheSame(other, next));
  const first = said[index];
  if (first === undefined) said.push(next);
  else if (!isAt(first.at, next))
    said[index] = { ...first, notes: [...first.notes, { message: next.again ?? '', at: next.at }] };
}

function saysTheSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.message === b.message && a.help === b.help;
}

const isAt = (place: Place | undefined, { at }: Diagnostic) =>
  place?.line === at?.line && place?.column === at?.column;

/** As a start takes it: nothing is begun that QEMU would end. */
export function atStart(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.stopsStart === true ? { ...diagnostic, severity: 'error' } : diagnostic;
}

export const error = of('error');
export const warning = of('warning');
export const note = of('note');
