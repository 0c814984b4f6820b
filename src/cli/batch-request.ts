import { closest } from '../diagnostics/closest';
import { testContext } from '../context-shape';
import type { TestContext } from '../resolver/options';
import { idText, NO_ID } from './batch-id';
import type { Line } from './batch-lines';
import { CONVERSION_OPTIONS, SELECTION_OPTIONS } from './conversion-options';
import type { ConversionValues } from './conversion-values';
import type { SelectionValues } from './selection';

export interface BatchRequest {
  readonly file?: string | undefined;
  readonly xml?: string | undefined;
  readonly options: ConversionValues & SelectionValues & { readonly context?: TestContext };
}

export interface ReadRequest {
  /** JSON, as the line has it, so that its author can find the answer; null where the line is no JSON. */
  readonly id: string;
  readonly request?: BatchRequest;
  readonly problem?: string;
}

/** One line of NDJSON -> a request whose options are known and well typed, or what is wrong with it. */
export function readRequest({ text, problem: unreadable }: Line): ReadRequest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (problem) {
    return { id: NO_ID, problem: unreadable ?? `not JSON: ${(problem as Error).message}` };
  }
  if (!isObject(value))
    return { id: NO_ID, problem: unreadable ?? 'a line is a JSON object with "file" or "xml"' };
  const { file, xml, options = {} } = value;
  const id = idText(value['id'], text);
  // What stands for bytes that are no character is nothing to find an answer by.
  if (unreadable !== undefined) return { id: id.includes('\ufffd') ? NO_ID : id, problem: unreadable };
  const problem = wrongKeys(value) ?? wrongSource(file, xml) ?? wrongOptions(options);
  if (problem !== undefined) return { id, problem };
  return { id, request: { file, xml, options } as BatchRequest };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const KEYS = ['id', 'file', 'xml', 'options'];

function wrongKeys(value: Record<string, unknown>): string | undefined {
  const key = Object.keys(value).find((name) => !KEYS.includes(name));
  return key === undefined
    ? undefined
    : `unknown key "${key}"; a request has id, file or xml, and options${meant(key, KEYS)}`;
}

function wrongSource(file: unknown, xml: unknown): string | undefined {
  if (typeof (xml ?? file) !== 'string') return 'a request needs "file" or "xml", a string';
  return xml !== undefined && file !== undefined ? 'a request has "file" or "xml", not both' : undefined;
}

/** What to add where a word is nearly one that is known. */
function meant(word: string, known: readonly string[]): string {
  const name = closest(word, known);
  return name === undefined ? '' : `; did you mean "${name}"?`;
}

const BY_NAME = new Map([...CONVERSION_OPTIONS, ...SELECTION_OPTIONS].map((option) => [option.name, option]));

function wrongOptions(options: unknown): string | undefined {
  if (!isObject(options)) return '"options" is an object';
  for (const [name, value] of Object.entries(options)) {
    const problem = name === 'context' ? wrongContext(value) : wrongOption(name, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function wrongContext(context: unknown): string | undefined {
  const problems: string[] = [];
  testContext(context, 'context', (path, problem) => void problems.push(`option "${path}" ${problem}`));
  return problems[0];
}

function wrongOption(name: string, value: unknown): string | undefined {
  const option = BY_NAME.get(name);
  if (option === undefined)
    return `unknown option "${name}"${meant(name.replaceAll('-', ''), [...BY_NAME.keys(), 'context'])}`;
  if (option.kind === 'list') return wrongList(name, value, option.choices);
  if (option.kind === 'flag')
    return typeof value === 'boolean' ? undefined : `option "${name}" is true or false`;
  if (option.kind === 'pairs')
    return isObject(value) && Object.values(value).every((item) => typeof item === 'string')
      ? undefined
      : `option "${name}" is an object of strings`;
  if (typeof value !== 'string') return `option "${name}" is a string`;
  return option.choices === undefined || option.choices.includes(value)
    ? undefined
    : `option "${name}" is one of: ${option.choices.join(', ')}${meant(value, option.choices)}`;
}

function wrongList(name: string, value: unknown, choices: readonly string[] = []): string | undefined {
  const ok = Array.isArray(value) && value.every((word) => choices.includes(word as string));
  return ok ? undefined : `option "${name}" is an array of: ${choices.join(', ')}`;
}
