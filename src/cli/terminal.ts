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
