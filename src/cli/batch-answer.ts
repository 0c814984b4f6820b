import { internal } from '../diagnostics/catalog';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic';
import { diagnosticJson, environmentJson } from '../renderer/json';
import type { Selected } from './selection';

/** A line of the output. */
export interface Answer {
  /** JSON, as the request has it. */
  readonly id: string;
  /** The rest; what it holds is in docs/json.md. */
  readonly body: { readonly ok: boolean; readonly [key: string]: unknown };
}

/** The line itself, without its end. */
export function answerText({ id, body }: Answer): string {
  return `{"id":${id},${JSON.stringify(body).slice(1)}`;
}

/** The answer to a request whose guest was converted, or refused. */
export function answered(id: string, { argv, sections, plan, diagnostics }: Selected): Answer {
  if (argv === undefined || plan === undefined)
    return refusal(id, diagnostics.filter(({ severity }) => severity !== 'note').sort(errorsFirst));
  const { companions, resources, hostSteps } = plan;
  // JSON leaves out what is undefined. One literal: each guest of a batch has it.
  const body = {
    ok: true,
    argv,
    sections,
    environment: plan.environment.length === 0 ? undefined : environmentJson(plan),
    companions: some(companions),
    resources: some(resources),
    hostSteps: some(hostSteps),
    warnings: of('warning', diagnostics),
    notes: some(of('note', diagnostics)),
  };
  return { id, body };
}

function some<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}

function of(severity: Severity, diagnostics: readonly Diagnostic[]): readonly object[] {
  return diagnostics.filter((one) => one.severity === severity).map(diagnosticJson);
}

/** With `strict` a warning refuses too, but never hides an error. */
function errorsFirst(a: Diagnostic, b: Diagnostic): number {
  return Number(a.severity !== 'error') - Number(b.severity !== 'error');
}

export function bug(id: string, message: string): Answer {
  return refusal(id, [internal(message)]);
}

export function refusal(id: string, diagnostics: readonly Diagnostic[]): Answer {
  const errors = diagnostics.map(diagnosticJson);
  return { id, body: { ok: false, error: errors[0], errors } };
}
