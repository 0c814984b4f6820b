import type { Diagnostic } from '../diagnostics/diagnostic';
import type { LaunchPlan } from '../model/plan';
import type { Section } from '../model/plan/section';
import type { Place } from '../model/place';

/** The document of `--output json`; its schema is docs/json.md. */
export function launchJson(
  argv: readonly string[],
  plan: LaunchPlan,
  diagnostics: readonly Diagnostic[],
  sections?: readonly Section[],
): object {
  return {
    schema: 1,
    argv,
    ...(sections === undefined ? {} : { sections }),
    environment: environmentJson(plan),
    decisions: plan.decisions.map(({ at, ...decision }) => ({ ...decision, ...place(at) })),
    companions: plan.companions,
    resources: plan.resources,
    hostSteps: plan.hostSteps,
    diagnostics: diagnostics.map(diagnosticJson),
  };
}

/** What `<qemu:env>` sets, by name. */
export function environmentJson({ environment }: Pick<LaunchPlan, 'environment'>): object {
  return Object.fromEntries(environment.map(({ name, value }) => [name, value]));
}

/** A diagnostic as plain JSON: lines and columns from 1, absent where there is no place. */
export function diagnosticJson({ code, severity, message, at, notes, help }: Diagnostic): object {
  return {
    code,
    severity,
    message,
    ...place(at),
    ...(notes.length === 0
      ? {}
      : { notes: notes.map((note) => ({ message: note.message, ...place(note.at) })) }),
    ...(help === undefined ? {} : { help }),
  };
}

function place(at: Place | undefined): object {
  return at === undefined ? {} : { line: at.line, column: at.column };
}
