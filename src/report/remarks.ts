import type { Diagnostic } from '../diagnostics/diagnostic';
import { markupText as html } from '../model/markup-text';

/** A diagnostic as it stands below its line. */
export function remark({ severity, code, message, notes, help }: Diagnostic): string {
  return `<div class="said ${severity}" role="note"><b>${severity}</b> <span class="code">${html(code)}</span> ${html(message)}${notes
    .map((note) => `<br><b>note</b> ${html(note.message)}${lineLink(note.at?.line)}`)
    .join('')}${help === undefined ? '' : `<br><b>help</b> ${html(help)}`}</div>`;
}

/** All of them, each with a link to its line; empty where there is nothing to say. */
export function remarksHtml(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const items = diagnostics.map((one) => `<li>${lineLink(one.at?.line)}${remark(one)}</li>`).join('');
  return `<section class="remarks" aria-labelledby="remarks-title"><h2 id="remarks-title">Diagnostics</h2><ul>${items}</ul></section>`;
}

export function lineLink(line: number | undefined): string {
  return line === undefined ? '' : ` <a class="line" href="#L${line}">line ${line}</a>`;
}
