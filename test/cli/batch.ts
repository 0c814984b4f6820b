import { command } from './command';

/** The answers to lines, each an object. */
export function batch(lines: readonly (string | Buffer)[]): Record<string, unknown>[] {
  const input = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));
  const { status, stdout, stderr } = command(['batch'], { input });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return answersIn(stdout);
}

export function answersIn(text: string): Record<string, unknown>[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

export const request = (id: unknown, xml: string, options: object = { host: 'none' }) =>
  JSON.stringify({ id, xml, options });
