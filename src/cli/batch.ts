import { batchRequest, batchUnreadable } from '../diagnostics/catalog';
import { error, type Diagnostic } from '../diagnostics/diagnostic';
import { answered, bug, refusal, type Answer } from './batch-answer';
import type { Line } from './batch-lines';
import { readRequest, type BatchRequest } from './batch-request';
import { crashText } from './crash';
import { inputOf, unreadable } from './guest-input';
import type { GuestInput } from './guest';
import { readXml } from './input';
import { selected } from './selection';
import { Failure } from './status';
import { together } from './together';

/**
 * So many guests are converted at once, of so many characters: few enough to hold in memory, whatever their size. With
 * twice as many, all of them outlive V8's collections of what is young, and are copied there and back: a tenth more time.
 */
const TOGETHER = 32;
const CHARACTERS = 256 * 1024;

/** The answers to lines, in their order, some at a time. Whatever goes wrong with one is in its answer: a bad line never ends the run. */
export async function* answersTo(lines: readonly Line[]): AsyncGenerator<readonly Answer[]> {
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
  /** JSON. */
  readonly id: string;
  readonly request: BatchRequest;
  readonly input: GuestInput;
  readonly refused?: undefined;
}

type Asked = Readable | { readonly refused: Answer; readonly input?: undefined };

async function ask(line: Line): Promise<Asked> {
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

function failed(id: string, problem: unknown, request: BatchRequest): Answer {
  if (problem instanceof Failure) return refusal(id, [diagnosticOf(problem, request)]);
  return bug(id, crashText(problem, request.options.redact));
}

/** One about the host, a QEMU or settings has its own code; any other is about the guest's file. */
function diagnosticOf(failure: Failure, request: BatchRequest): Diagnostic {
  const { code, help } = failure;
  const message = said(failure, request);
  return code === undefined ? batchUnreadable(message, help) : error(code, undefined, message, { help });
}

/** With `redact`, names of files stay with whoever sent them. */
function said({ message }: Failure, { file, options }: BatchRequest): string {
  if (options.redact !== true) return message;
  const { host, qemuConf, qemu } = options;
  return [file, host, qemuConf, qemu].reduce<string>(
    (text, name = '') => (name === '' ? text : text.replaceAll(name, 'the file')),
    message,
  );
}

async function read({ xml, file, options }: BatchRequest): Promise<GuestInput> {
  const problems: Diagnostic[] = [];
  const text = xml ?? readXml(file ?? '', (diagnostic) => void problems.push(diagnostic), true);
  if (text === undefined) return unreadable(problems);
  return inputOf(text, options, { context: options.context, onlyFiles: true });
}
