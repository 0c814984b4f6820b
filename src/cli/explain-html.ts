import script from 'page:script';
import style from 'page:style';
import { writeFileSync } from 'node:fs';
import type { Explained } from '../explain';
import { pretty } from '../renderer/shell';
import { outline } from '../renderer/tree/outline';
import { treeSvg } from '../renderer/tree/svg';
import { reportPage } from '../report';
import { topologyOf } from '../topology';
import { nameOf } from './input';
import { Failure, STATUS } from './status';
import { filtered, writeError, writeOut } from './streams';

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
  try {
    writeFileSync(file, filtered(page));
  } catch (problem) {
    throw new Failure(STATUS.unreadable, `cannot write ${file}: ${(problem as Error).message}`);
  }
  writeError(`${file}: open it in a browser\n`);
}
