import type { NotChecked } from '../check';
import { fold } from '../diagnostics/fold';
import { visible } from '../diagnostics/report';

/** Where the columns of a terminal are not known, or are more than are read with ease. */
const WIDTH = 80;
/** Lines for one reason; what is left is counted. */
const LINES = 3;

/** What was not checked: a few lines for each reason, or one for each with `verbose`. Empty where all was. */
export function notCheckedText(
  file: string,
  left: readonly NotChecked[],
  { verbose = false, width = WIDTH }: { readonly verbose?: boolean | undefined; readonly width?: number },
): string {
  if (verbose)
    return left
      .map(({ what, reason }) => fold(visible(`${file}: not checked: ${what}: ${reason}\n`), width))
      .join('');
  const reasons = [...new Set(left.map(({ reason }) => reason))];
  return reasons
    .map((reason) => {
      const parts = left.filter((one) => one.reason === reason).map(({ what }) => what);
      return visible(paragraph(`${file}: not checked, as ${reason}:`, parts, Math.min(width, WIDTH)));
    })
    .join('');
}

/** Parts after a heading, as many as fit. A part may be broken at its blanks. */
function paragraph(heading: string, parts: readonly string[], width: number): string {
  for (let shown = parts.length; shown > 1; shown -= 1) {
    const lines = fold(`${heading} ${listed(parts, shown)}`, width).split('\n');
    if (lines.length <= LINES) return `${lines.join('\n')}\n`;
  }
  return `${fold(`${heading} ${listed(parts, 1)}`, width)}\n`;
}

function listed(parts: readonly string[], shown: number): string {
  const more = parts.length - shown;
  const rest = more === 0 ? [] : [`${more} more (see them with -v)`];
  return [...parts.slice(0, shown), ...rest].join('; ');
}
