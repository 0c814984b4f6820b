import { fstatSync } from 'node:fs';

/** Columns of the terminal on standard output; Infinity in a pipe or a file, where grep wants whole lines. */
export function terminalWidth(): number {
  // A terminal that does not know its size says 0.
  return process.stdout.columns || Infinity;
}

/** Whether the reader's locale has UTF-8, by POSIX's order of the variables; a pipe in the C locale gets ASCII too. */
export function isUtf8(env: NodeJS.ProcessEnv): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return /utf-?8/i.test(locale);
}

/** Columns of what is laid out rather than listed: those of the terminal, else COLUMNS, else what most terminals and mails show. */
export function layoutWidth(): number {
  const told = Number(process.env['COLUMNS']);
  return process.stdout.columns || (Number.isInteger(told) && told > 0 ? told : 80);
}

/** Memory devices (/dev/null and its like) have this major number on Linux (Documentation/admin-guide/devices.txt). */
const MEMORY_DEVICES = 1;

/** Whether a stream is a terminal. Only where it may be one is node:tty asked, which costs a tenth of start-up. */
export async function onTerminal(fd: 1 | 2): Promise<boolean> {
  const stats = fstatSync(fd);
  if (!stats.isCharacterDevice() || stats.rdev >> 8 === MEMORY_DEVICES) return false;
  const { isatty } = await import('node:tty');
  return isatty(fd);
}

/** Columns for what is said on standard error: those of a terminal; a pipe and a file get each part on one line. */
export async function errorWidth(): Promise<number> {
  // A terminal that does not know its size says 0.
  return (await onTerminal(2)) ? process.stderr.columns || 80 : Infinity;
}
