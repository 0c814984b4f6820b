import script from 'page:script';
import style from 'page:style';
import type { Explained } from '../explain';
import { pretty } from '../renderer/shell';
import { outline } from '../renderer/tree/outline';
import { treeSvg } from '../renderer/tree/svg';
import { reportPage } from '../report';
import { topologyOf } from '../topology';
import { nameOf } from './input';
import { STATUS } from './status';
import { filtered, writeError, writeOut } from './streams';
import { writeResult } from './write-result';

export interface Wanted {
  readonly file: string;
  readonly text: string;
  /** A file, or `-`. */
  readonly output: string;
}

/** `explain --html`: one page with all that is to be said. A guest that is refused has a page, too, of what is wrong. */
export function explainHtml(
  { explanation, plan, options, diagnostics }: Explained,
  { file, text, output }: Wanted,
): number {
  const command =
    plan === undefined || options === undefined
      ? ''
      : pretty({ environment: plan.environment, program: plan.program, options });
  const page = reportPage({
    name: plan?.start.name ?? nameOf(file),
    file: nameOf(file),
    text,
    explanation,
    diagnostics,
    drawing: plan === undefined || explanation === undefined ? '' : treeSvg(outline(topologyOf(plan))),
    command,
    style,
    script,
  });
  if (output === '-') writeOut(page);
  else write(output, page);
  return explanation === undefined ? STATUS.refused : STATUS.done;
}

function write(file: string, page: string): void {
  writeResult(file, filtered(page));
  writeError(`${file}: open it in a browser\n`);
}
