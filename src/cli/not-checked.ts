import type { NotChecked } from '../check';
import { visible } from '../diagnostics/report';

const WIDTH = 80;
/** Lines for one reason; what is left is counted. */
const LINES = 3;

/** What was not checked: a few lines for each reason, or one for each with `verbose`. Empty where all was. */
export function notCheckedText(
  file: string,
  left: readonly NotChecked[],
  { verbose = false }: { readonly verbose?: boolean | undefined },
): string {
  if (verbose)
    return left.map(({ what, reason }) => visible(`${file}: not checked: ${what}: ${reason}\n`)).join('');
  const reasons = [...new Set(left.map(({ reason }) => reason))];
  return reasons
    .map((reason) => {
      const parts = left.filter((one) => one.reason === reason).map(({ what }) => what);
      return visible(paragraph(`${file}: not checked, as ${reason}:`, parts));
    })
    .join('');
}

/** Parts after a heading, as many as fit. A part may be broken at its blanks. */
function paragraph(heading: string, parts: readonly string[]): string {
  for (let shown = parts.length; shown > 1; shown -= 1) {
    const lines = wrapped(heading, listed(parts, shown));
    if (lines.length <= LINES) return `${lines.join('\n')}\n`;
  }
  return `${wrapped(heading, listed(parts, 1)).join('\n')}\n`;
}

function listed(parts: readonly string[], shown: number): string {
  const more = parts.length - shown;
  const rest = more === 0 ? [] : [`${more} more (see them with -v)`];
  return [...parts.slice(0, shown), ...rest].join('; ');
}

function wrapped(heading: string, text: string): string[] {
  const lines: string[] = [];
  let line = heading;
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length <= WIDTH) line += ` ${word}`;
    else {
      lines.push(line);
      line = `  ${word}`;
    }
  }
  return [...lines, line];
}
