import type { ExplainedArgument, ExplainedProperty, Explanation, Group } from '../explainer/explanation';
import { shellWord } from '../model/shell-word';
import { placeAttribute } from './place';
import { inChunks } from './chunks';
import { markupText as html } from '../model/markup-text';

/** The command line, a box for each group. */
export function commandHtml({ program, groups }: Explanation): string {
  return `<div class="program"><code>${html(shellWord(program))}</code></div>${inChunks(groups.map(groupHtml), 5)}`;
}

function groupHtml(group: Group): string {
  const { key, title, family, arguments: args, origin, id } = group;
  const where = origin.implied === undefined ? `line ${origin.at.line}` : 'not in the XML';
  return `<section class="g ${family}" data-g="${html(key)}"${id === undefined ? '' : ` data-id="${html(id)}"`}><h3><button type="button" aria-pressed="false" aria-describedby="why-${html(key)}">${html(title)}</button> <small>${where}</small></h3>${args.map(argumentHtml).join('')}</section>`;
}

function argumentHtml({ words, option, properties }: ExplainedArgument): string {
  const text = words.slice(1).map(shellWord).join(' ');
  return `<div class="arg"><code><b>${html(option)}</b> ${withProperties(text, properties)}</code></div>`;
}

/** The text of an argument with its properties as elements: each is looked for behind the one before it, as it was written. */
function withProperties(text: string, properties: readonly ExplainedProperty[]): string {
  let out = '';
  let from = 0;
  for (const property of properties) {
    const found = spanOf(text, property, from);
    if (found === undefined) continue;
    out += html(text.slice(from, found.start)) + propertyHtml(text.slice(found.start, found.end), property);
    from = found.end;
  }
  return out + html(text.slice(from));
}

/** As keyval, `name=value`; or as JSON, `"name":value`. Nested JSON has the last part of a dotted name. */
function spanOf(
  text: string,
  { name, value }: ExplainedProperty,
  from: number,
): { start: number; end: number } | undefined {
  const last = name.split('.').at(-1) ?? name;
  const forms = [
    name === '' || name === 'driver' || name === 'qom-type' || name === 'type'
      ? value.replaceAll(',', ',,')
      : undefined,
    name === '' ? undefined : `${name}=${value.replaceAll(',', ',,')}`,
    `"${last}":${JSON.stringify(value)}`,
    `"${last}":${value === 'on' ? 'true' : value === 'off' ? 'false' : value}`,
  ];
  const spans = forms
    .filter((form) => form !== undefined && form !== '')
    .map((form = '') => ({ start: text.indexOf(form, from), length: form.length }))
    .filter(({ start }) => start !== -1)
    .sort((a, b) => a.start - b.start || b.length - a.length);
  const [first] = spans;
  return first && { start: first.start, end: first.start + first.length };
}

function propertyHtml(text: string, { at }: ExplainedProperty): string {
  return `<i${at === undefined ? '' : ` ${placeAttribute(at)}`}>${html(text)}</i>`;
}
