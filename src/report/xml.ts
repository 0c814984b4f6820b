import type { Diagnostic } from '../diagnostics/diagnostic';
import { inChunks } from './chunks';
import { html } from './escape';
import { remark } from './remarks';

interface XmlView {
  /** The group that each line is nearest to. */
  readonly groups: ReadonlyMap<number, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The XML with a number, its colors and what was said at each line. */
export function xmlHtml(text: string, { groups, diagnostics }: XmlView): string {
  const remarks = byLine(diagnostics);
  const lines = new Coloring().lines(text).map((line, index) => {
    const number = index + 1;
    const key = groups.get(number);
    const said = remarks.get(number) ?? [];
    const mark = said.length === 0 ? '' : ` data-said="${worst(said)}"`;
    const group = key === undefined ? '' : ` data-g="${html(key)}"`;
    return `<div class="l" id="L${number}"${group}${mark}><a class="n" href="#L${number}">${number}</a><code>${line || ' '}</code></div>${said.map(remark).join('')}`;
  });
  return inChunks(lines, 1.5);
}

function byLine(diagnostics: readonly Diagnostic[]): Map<number, Diagnostic[]> {
  const lines = new Map<number, Diagnostic[]>();
  for (const one of diagnostics)
    if (one.at !== undefined) lines.set(one.at.line, [...(lines.get(one.at.line) ?? []), one]);
  return lines;
}

function worst(said: readonly Diagnostic[]): Diagnostic['severity'] {
  return (
    (['error', 'warning', 'note'] as const).find((one) => said.some(({ severity }) => severity === one)) ??
    'note'
  );
}

const TOKENS =
  /(?<comment><!--[\s\S]*?(?:-->|$))|(?<tag><[/?!]?[^\s/>]*|[/?]?>)|(?<name>[^\s=<>/"']+)(?=\s*=\s*["'])|(?<value>"[^"]*"|'[^']*')/g;

/** Colors a text line by line. A value knows where it stands, so that its property can be found. */
class Coloring {
  /** Within a tag, names and quotes are attributes; elsewhere they are text. */
  private inTag = false;

  lines(text: string): string[] {
    return this.color(text.replace(/\r\n?/g, '\n')).split('\n');
  }

  private color(source: string): string {
    let [line, start, last, out] = [1, 0, 0, ''];
    const plain = (until: number) => {
      const between = source.slice(last, until);
      out += html(between);
      for (let at = between.indexOf('\n'); at !== -1; at = between.indexOf('\n', at + 1)) {
        line += 1;
        start = last + at + 1;
      }
    };
    for (const match of source.matchAll(TOKENS)) {
      plain(match.index);
      last = match.index;
      const [token] = match;
      out += this.token(match, line, match.index - start + 1);
      const breaks = token.split('\n').length - 1;
      if (breaks > 0) {
        line += breaks;
        start = match.index + token.lastIndexOf('\n') + 1;
      }
      last += token.length;
    }
    plain(source.length);
    return out;
  }

  private token({ 0: text, groups }: RegExpExecArray, line: number, column: number): string {
    if (groups?.['comment'] !== undefined) return spans('c', text);
    if (groups?.['tag'] !== undefined) {
      this.inTag = !text.endsWith('>');
      return spans('t', text);
    }
    if (!this.inTag) return html(text);
    if (groups?.['name'] !== undefined) return spans('a', text);
    // A place of an attribute is that of its value.
    return spans('v', text, ` data-at="${line}:${column}"`);
  }
}

/** A span for each line, since each line is an element of its own. */
function spans(name: string, text: string, more = ''): string {
  return text
    .split('\n')
    .map((line) => `<span class="${name}"${more}>${html(line)}</span>`)
    .join('\n');
}
