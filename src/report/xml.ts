import type { Diagnostic } from '../diagnostics/diagnostic';
import { inChunks } from './chunks';
import { markupText as html } from '../model/markup-text';
import { placeAttribute } from './place';
import { remark } from './remarks';

interface XmlView {
  /** The group that each line is nearest to. */
  readonly groups: ReadonlyMap<number, string>;
  /** Values that a property comes from, by `line:column`. */
  readonly places: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The XML with a number, its colors and what was said at each line. */
export function xmlHtml(text: string, { groups, places, diagnostics }: XmlView): string {
  const remarks = byLine(diagnostics);
  const lines = new Coloring(places).lines(text).map((line, index) => {
    const number = index + 1;
    const key = groups.get(number);
    const said = remarks.get(number) ?? [];
    const mark = said.length === 0 ? '' : ` data-said="${worst(said)}"`;
    const group = key === undefined ? '' : ` data-g="${html(key)}"`;
    return `<div class="l" id="L${number}"${group}${mark}><a href="#L${number}">${number}</a><code>${line || ' '}</code></div>${said.map(remark).join('')}`;
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

/**
 * Colors a text line by line: tags are as a line is, <i> a name of an attribute, <b> its value, <em> a comment, <span> text.
 * A value from which a property comes knows where it stands.
 */
class Coloring {
  constructor(private readonly places: ReadonlySet<string>) {}

  /** Within a tag, names and quotes are attributes; elsewhere they are text. */
  private inTag = false;

  lines(text: string): string[] {
    // The end of the last line begins no other.
    const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
    return this.color(source).split('\n');
  }

  private color(source: string): string {
    let [line, start, last, out] = [1, 0, 0, ''];
    const plain = (until: number) => {
      const between = source.slice(last, until);
      out += this.inTag ? html(between) : elements('span', between);
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
    if (groups?.['comment'] !== undefined) return elements('em', text);
    if (groups?.['tag'] !== undefined) {
      this.inTag = !text.endsWith('>');
      return html(text);
    }
    if (!this.inTag) return elements('span', text);
    if (groups?.['name'] !== undefined) return elements('i', text);
    // A place of an attribute is that of its value.
    const known = this.places.has(`${line}:${column}`);
    return elements('b', text, known ? ` ${placeAttribute({ line, column })}` : '');
  }
}

/** An element for each line that has something, since each line is an element of its own. */
function elements(name: string, text: string, more = ''): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `<${name}${more}>${html(line)}</${name}>`))
    .join('\n');
}
