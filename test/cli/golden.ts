import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a command printed before, below goldens/; `UPDATE=1` rewrites it, to be read as a diff. */
export function expectGolden(name: string, text: string): void {
  const file = fileOf(name);
  if (process.env['UPDATE'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
}

/** What is held there. */
export const goldenText = (name: string) => readFileSync(fileOf(name), 'utf8');

const fileOf = (name: string) => join(__dirname, 'goldens', name);

/** The widths and looks in which what is meant for a terminal is held. */
export const LOOKS = [
  { columns: 80, color: 'never' },
  { columns: 80, color: 'always' },
  { columns: 140, color: 'never' },
  { columns: 140, color: 'always' },
] as const;

/** The longest line, without what colors it. */
export function widestLine(text: string): number {
  return Math.max(
    ...withoutColor(text)
      .split('\n')
      .map((line) => line.length),
  );
}

export function withoutColor(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
