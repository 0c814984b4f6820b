import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { startHeld } from './held';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A conversation with a QEMU. */
export interface Qmp {
  readonly greeting: JsonObject;
  /** The command's return value; undefined where this QEMU refuses or does not know it. */
  ask(command: string, args?: JsonObject): Promise<Json | undefined>;
}

/** No QMP to be had from this program: it is missing, is no QEMU, is too old, or does not answer in time. */
export class NoQmp extends Error {}

/** A QEMU that opens nothing, shows nothing and stands still. */
const ARGUMENTS = [
  ...['-machine', 'none', '-S', '-nodefaults', '-no-user-config', '-display', 'none'],
  ...['-qmp', 'stdio'],
];

/** Starts `binary`, lets `talk` ask it, and ends it whatever happens. */
export async function withQmp<T>(
  binary: string,
  timeout: number,
  talk: (qmp: Qmp) => Promise<T>,
): Promise<T> {
  const { child, end } = startHeld(binary, ARGUMENTS, timeout);
  const gone = new Promise<never>((_, fail) => {
    child.on('error', (problem) => fail(new NoQmp(problem.message)));
    child.on('close', (status, signal) =>
      fail(new NoQmp(`it ended with ${signal ?? `status ${status ?? '?'}`}`)),
    );
  });
  gone.catch(() => {});
  try {
    return await talk(await openQmp(child.stdout, child.stdin, gone));
  } finally {
    end();
  }
}

/** Greets a QEMU over two streams; `gone` rejects when there is nobody to talk to any more. */
export async function openQmp(input: Readable, output: Writable, gone: Promise<never>): Promise<Qmp> {
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  const reply = () => Promise.race([nextReply(lines), gone]);
  const ask = async (command: string, args: JsonObject = {}) => {
    output.write(`${JSON.stringify({ execute: command, arguments: args })}\n`);
    return (await reply())['return'];
  };
  const greeting = (await reply())['QMP'];
  if (!isObject(greeting)) throw new NoQmp('it does not greet as QEMU does');
  await ask('qmp_capabilities');
  return { greeting, ask };
}

async function nextReply(lines: AsyncIterator<string>): Promise<JsonObject> {
  for (;;) {
    const line = await lines.next();
    if (line.done === true) throw new NoQmp('it closed the connection');
    const message = parse(line.value);
    if (!('event' in message)) return message;
  }
}

function parse(line: string): JsonObject {
  try {
    const value = JSON.parse(line) as Json;
    if (isObject(value)) return value;
  } catch {
    // Said below, together with JSON that is no message.
  }
  throw new NoQmp('it does not speak QMP');
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
