import { joinWholes, parted } from './whole';

/**
 * Breaks lines between words so that none is wider than `width`; what follows a break stands under the words of its line. What is
 * to be copied as it is stays on one line: see whole.ts.
 */
export function fold(text: string, width = 80): string {
  if (width === Infinity) return text;
  return text
    .split('\n')
    .map((line) => (line.length <= width ? line : parted(foldLine(joinWholes(line), width))))
    .join('\n');
}

function foldLine(line: string, width: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  for (const word of line.slice(indent.length).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push((last === undefined ? indent : `${indent}  `) + word);
  }
  return lines.join('\n');
}
