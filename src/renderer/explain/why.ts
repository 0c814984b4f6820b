import { visible } from '../../diagnostics/report';
import type { Found } from '../../explainer/select';
import type { View } from './view';
import { meaning, named, originLine } from './notes';
import { wrapWords } from './wrap';

/** One property wherever it stands: whose it is, what it is, the line that says it, and what was decided. */
export function whyText(found: readonly Found[], view: View): string {
  return found.map((one) => `${lines(one, view).join('\n')}\n`).join('\n');
}

function lines({ group, option, property }: Found, { paint, width, source }: View): string[] {
  const about = visible(meaning(property));
  const decided = group.decisions.map(({ value, reason }) => visible(`${value}: ${reason}`));
  const change = property.path === undefined ? undefined : `to change it: ${property.path}`;
  return [
    `${paint.strong(named(property))}  ${paint.faint(`${option} of ${group.title}`)}`,
    ...[about, xmlLine(property.at ?? group.origin.at), ...decided, change]
      .filter((text) => text !== undefined && text !== '')
      .flatMap((text) => wrapWords(text ?? '', width - 2, '  ').map((line) => `  ${line}`)),
  ];

  function xmlLine(at: NonNullable<typeof property.at>): string | undefined {
    return property.at === undefined && group.origin.implied !== undefined
      ? `not in the XML: ${group.origin.implied}`
      : originLine({ at }, source, width - 2);
  }
}
