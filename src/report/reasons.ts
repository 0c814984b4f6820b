import type { ExplainedArgument, Explanation, Group, Origin } from '../explainer/explanation';
import type { Decision } from '../model/decision';
import { meaning, named } from '../renderer/explain/notes';
import { html } from './escape';
import { lineLink } from './remarks';

/** Why each group is as it is; the page shows the one that is pointed at. */
export function reasonsHtml({ groups }: Explanation): string {
  return groups.map(reasonHtml).join('');
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
        `<tr${property.at === undefined ? '' : ` data-at="${property.at.line}:${property.at.column}"`}><th scope="row"><code>${html(named(property))}</code></th><td>${html(meaning(property))}</td></tr>`,
    )
    .join('');
  const since = releases.map((text) => `<p class="since">${html(text)}</p>`).join('');
  const alter =
    change === undefined ? '' : `<p class="change"><b>To change it</b> <code>${html(change)}</code></p>`;
  if (own + rows + since + alter === '') return '';
  return `<h4><code>${html(option)}</code></h4>${own}${rows === '' ? '' : `<table><caption class="unseen">Properties of ${html(option)}</caption>${rows}</table>`}${since}${alter}`;
}
