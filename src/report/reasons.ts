import type { ExplainedArgument, Explanation, Group, Origin } from '../explainer/explanation';
import type { Decision } from '../model/decision';
import { meaning, named } from '../renderer/explain/notes';
import { markupText as html } from '../model/markup-text';
import { placeAttribute } from './place';
import { lineLink } from './remarks';

/** Stands for a word in a form. */
const WORD = '\u0001';

/**
 * Why each group is as it is, for the page to show the one that is pointed at. Reasons of a thousand disks differ in their
 * names and numbers alone: a form is kept once, with the words of each that has it.
 */
export function reasonsData({ groups }: Explanation): string {
  const forms = new Map<string, number>();
  const reasons = groups.map((group) => {
    const { form, words } = taken(reasonHtml(group), group.key);
    const number = forms.get(form) ?? forms.size;
    forms.set(form, number);
    return [group.key, number, words.join(' ')];
  });
  return JSON.stringify({ forms: [...forms.keys()], reasons }).replaceAll('<', '\\u003c');
}

const TAG_OR_WORD = /<\/?\w+|[^\s<>"&;]+/g;

/** Takes out of HTML what has a digit or the key in it; names of elements stay. */
function taken(text: string, key: string): { readonly form: string; readonly words: readonly string[] } {
  const own = /^[\w-]+$/.test(key) ? key : undefined;
  const words: string[] = [];
  const form = text.replace(TAG_OR_WORD, (found) => {
    if (found.startsWith('<') || !(/\d/.test(found) || (own !== undefined && found.includes(own))))
      return found;
    words.push(found);
    return WORD;
  });
  return { form, words };
}

function reasonHtml(group: Group): string {
  const { key, title, family, origin, decisions, change, arguments: args, id } = group;
  return `<article class="why ${family}" id="why-${html(key)}" data-why="${html(key)}"><h3>${html(title)}</h3>${id === undefined || id === key ? '' : `<p class="id">id <code>${html(id)}</code></p>`}${originHtml(origin)}${decisions.map(decisionHtml).join('')}${args.map((one) => argumentHtml(one, group)).join('')}${change === undefined ? '' : `<p class="change"><b>To change it</b> <code>${html(change)}</code></p>`}</article>`;
}

function originHtml({ at, implied }: Origin): string {
  return implied === undefined
    ? `<p class="from">from${lineLink(at.line)} <code>${html(at.path.replace(/^domain\/?/, '') || 'domain')}</code></p>`
    : `<p class="from">Not in the XML: ${html(implied)}.</p>`;
}

function decisionHtml({ value, reason, fact, caveats }: Decision): string {
  const host = fact === undefined ? '' : `<p class="fact"><b>host</b> ${html(fact)}</p>`;
  const but = caveats.map((caveat) => `<li>${html(caveat)}</li>`).join('');
  return `<div class="decision"><p><b>${html(value)}</b>: ${html(reason)}</p>${host}${but === '' ? '' : `<ul>${but}</ul>`}</div>`;
}

function argumentHtml(
  { option, origin, properties, releases, change }: ExplainedArgument,
  group: Group,
): string {
  const own = origin === group.origin ? '' : originHtml(origin);
  const rows = properties
    .filter(({ about }) => about !== undefined)
    .map(
      (property) =>
        `<tr${property.at === undefined ? '' : ` ${placeAttribute(property.at)}`}><th scope="row"><code>${html(named(property))}</code></th><td>${html(meaning(property))}</td></tr>`,
    )
    .join('');
  const since = releases.map((text) => `<p class="since">${html(text)}</p>`).join('');
  const alter =
    change === undefined ? '' : `<p class="change"><b>To change it</b> <code>${html(change)}</code></p>`;
  if (own + rows + since + alter === '') return '';
  return `<h4><code>${html(option)}</code></h4>${own}${rows === '' ? '' : `<table><caption class="unseen">Properties of ${html(option)}</caption>${rows}</table>`}${since}${alter}`;
}
