import { readFileSync } from 'node:fs';
import { convertDomain, type Conversion } from '../convert';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { decode } from '../parser/encoding';
import { diagnosticJson } from '../renderer/json';
import { readRequest, type BatchRequest } from './batch-request';
import { inputOf } from './guest-input';
import { selected, type Selected } from './selection';
import { Failure, STATUS } from './status';

/** A line of the output; what else it holds is in docs/json.md. */
export interface Answer {
  readonly id: unknown;
  readonly ok: boolean;
  readonly [key: string]: unknown;
}

/** One line's answer. Whatever goes wrong is in it: a bad line never ends the run. */
export async function answer(line: string): Promise<Answer> {
  const { id, request, problem } = readRequest(line);
  if (request === undefined)
    return refusal(id, [{ code: 'batch-request', message: problem ?? 'not a request' }]);
  try {
    return answered(id, selected(await convertRequest(request), request.options));
  } catch (error) {
    if (error instanceof Failure)
      return refusal(id, [{ code: 'batch-unreadable', message: said(error, request) }]);
    return internal(id, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** The file's name stays with whoever sent it. */
function said({ message }: Failure, { file, options }: BatchRequest): string {
  return options.redact === true && file !== undefined ? message.replaceAll(file, 'the file') : message;
}

async function convertRequest({ xml, file, options }: BatchRequest): Promise<Conversion> {
  const problems: Diagnostic[] = [];
  const text = xml ?? decode(readFile(file ?? ''), (diagnostic) => void problems.push(diagnostic));
  if (text === undefined) return { diagnostics: problems };
  const input = await inputOf(text, options, { context: options.context });
  return convertDomain(input.reading, input.options);
}

function readFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (problem) {
    throw new Failure(STATUS.unreadable, `cannot read ${file}: ${(problem as Error).message}`);
  }
}

function answered(id: unknown, { argv, sections, diagnostics }: Selected): Answer {
  if (argv !== undefined && sections !== undefined)
    return { id, ok: true, argv, sections, warnings: diagnostics.map(diagnosticJson) };
  if (argv !== undefined) return { id, ok: true, argv, warnings: diagnostics.map(diagnosticJson) };
  return refusal(
    id,
    diagnostics
      .filter(({ severity }) => severity !== 'note')
      .sort(errorsFirst)
      .map(diagnosticJson),
  );
}

/** With `strict` a warning refuses too, but never hides an error. */
function errorsFirst(a: Diagnostic, b: Diagnostic): number {
  return Number(a.severity !== 'error') - Number(b.severity !== 'error');
}

export function internal(id: unknown, message: string): Answer {
  return refusal(id, [{ code: 'internal', message }]);
}

function refusal(id: unknown, errors: readonly object[]): Answer {
  return { id, ok: false, error: errors[0], errors };
}
