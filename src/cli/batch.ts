import { readFileSync } from 'node:fs';
import { batchRequest, batchUnreadable, internal } from '../diagnostics/catalog';
import { error, type Diagnostic } from '../diagnostics/diagnostic';
import { decode } from '../parser/encoding';
import { diagnosticJson } from '../renderer/json';
import { readRequest, type BatchRequest } from './batch-request';
import { crashText } from './crash';
import { inputOf, unreadable } from './guest-input';
import type { GuestInput } from './guest';
import { reasonOf } from './reason';
import { selected, type Selected } from './selection';
import { Failure, STATUS } from './status';
import { together } from './together';

/** A line of the output; what else it holds is in docs/json.md. */
export interface Answer {
  readonly id: unknown;
  readonly ok: boolean;
  readonly [key: string]: unknown;
}

/**
 * So many guests are converted at once, of so many characters: few enough to hold in memory, whatever their size. With
 * twice as many, all of them outlive V8's collections of what is young, and are copied there and back: a tenth more time.
 */
const TOGETHER = 32;
const CHARACTERS = 256 * 1024;

/** The answers to lines, in their order, some at a time. Whatever goes wrong with one is in its answer: a bad line never ends the run. */
export async function* answersTo(lines: readonly string[]): AsyncGenerator<readonly Answer[]> {
  let asked: Asked[] = [];
  let characters = 0;
  for (const line of lines) {
    const one = await ask(line);
    asked.push(one);
    characters += one.input?.text.length ?? 0;
    if (asked.length < TOGETHER && characters < CHARACTERS) continue;
    yield answers(asked);
    asked = [];
    characters = 0;
  }
  yield answers(asked);
}

function answers(asked: readonly Asked[]): Answer[] {
  const conversionOf = together(asked.flatMap(({ input }) => input ?? []));
  return asked.map((one) => one.refused ?? answerTo(one, conversionOf));
}

/** A request whose guest was read. */
interface Readable {
  readonly id: unknown;
  readonly request: BatchRequest;
  readonly input: GuestInput;
  readonly refused?: undefined;
}

type Asked = Readable | { readonly refused: Answer; readonly input?: undefined };

async function ask(line: string): Promise<Asked> {
  const { id, request, problem } = readRequest(line);
  if (request === undefined) return { refused: refusal(id, [batchRequest(problem ?? 'not a request')]) };
  try {
    return { id, request, input: await read(request) };
  } catch (problem) {
    return { refused: failed(id, problem, request) };
  }
}

function answerTo({ id, request, input }: Readable, conversionOf: ReturnType<typeof together>): Answer {
  try {
    return answered(id, selected(conversionOf(input), request.options));
  } catch (problem) {
    return failed(id, problem, request);
  }
}

function failed(id: unknown, problem: unknown, request: BatchRequest): Answer {
  if (problem instanceof Failure) return refusal(id, [diagnosticOf(problem, request)]);
  return bug(id, crashText(problem, request.options.redact));
}

/** One about the host, a QEMU or settings has its own code; any other is about the guest's file. */
function diagnosticOf(failure: Failure, request: BatchRequest): Diagnostic {
  const { code, help } = failure;
  const message = said(failure, request);
  return code === undefined ? batchUnreadable(message, help) : error(code, undefined, message, { help });
}

/** The file's name stays with whoever sent it. */
function said({ message }: Failure, { file, options }: BatchRequest): string {
  return options.redact === true && file !== undefined ? message.replaceAll(file, 'the file') : message;
}

async function read({ xml, file, options }: BatchRequest): Promise<GuestInput> {
  const problems: Diagnostic[] = [];
  const text = xml ?? decode(readFile(file ?? ''), (diagnostic) => void problems.push(diagnostic));
  if (text === undefined) return unreadable(problems);
  return inputOf(text, options, { context: options.context });
}

function readFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (problem) {
    throw new Failure(STATUS.unreadable, `cannot read ${file}: ${reasonOf(problem)}`);
  }
}

function answered(id: unknown, { argv, sections, diagnostics }: Selected): Answer {
  if (argv !== undefined && sections !== undefined)
    return { id, ok: true, argv, sections, warnings: diagnostics.map(diagnosticJson) };
  if (argv !== undefined) return { id, ok: true, argv, warnings: diagnostics.map(diagnosticJson) };
  return refusal(id, diagnostics.filter(({ severity }) => severity !== 'note').sort(errorsFirst));
}

/** With `strict` a warning refuses too, but never hides an error. */
function errorsFirst(a: Diagnostic, b: Diagnostic): number {
  return Number(a.severity !== 'error') - Number(b.severity !== 'error');
}

export function bug(id: unknown, message: string): Answer {
  return refusal(id, [internal(message)]);
}

function refusal(id: unknown, diagnostics: readonly Diagnostic[]): Answer {
  const errors = diagnostics.map(diagnosticJson);
  return { id, ok: false, error: errors[0], errors };
}
