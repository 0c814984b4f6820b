import type { Help } from 'commander';

/** Fewer columns than these hold no sentence. */
const NARROW = 30;
const INDENT = 6;

/** An option, argument or command of a help and what it is for: beside it, or below it where a terminal is narrow. */
export function helpItem(term: string, termWidth: number, description: string, help: Help): string {
  const width = help.helpWidth ?? 80;
  const beside = width - termWidth - 4;
  if (description === '') return `  ${term}`;
  if (beside >= NARROW)
    return `  ${term.padEnd(termWidth)}  ${indented(help.boxWrap(description, beside), termWidth + 4)}`;
  const below = indented(help.boxWrap(description, Math.max(width - INDENT, 1)), INDENT);
  return `  ${term}\n${' '.repeat(INDENT)}${below}`;
}

const indented = (lines: string, by: number) => lines.replaceAll('\n', `\n${' '.repeat(by)}`);
