import { KINDS } from './subject/kinds';
import { PARTS } from './subject/parts';
import type { ExplainedProperty, Explanation, Group } from './explanation';

/** The groups that a user means: `sda`, `net*`, `disk`, `scsi0-0-2-5`, `storage`, or an option such as `-device`. */
export function selectGroups(explanation: Explanation, wanted: readonly string[]): Explanation {
  const patterns = wanted.map(patternOf);
  const groups = explanation.groups.filter((group) =>
    patterns.some((pattern) => namesOf(group).some((name) => pattern.test(name))),
  );
  return { ...explanation, groups, decisions: [] };
}

/** By which a group can be asked for. */
export function namesOf({ key, id, subject, family, arguments: args }: Group): string[] {
  return [key, ...(id === undefined ? [] : [id]), subject, family, ...args.map(({ option }) => option)];
}

/** Names that groups of any guest can have: kinds of devices, and parts whose name is one word. */
export const GENERAL_NAMES: readonly string[] = [...Object.keys(KINDS), ...Object.keys(PARTS)].filter(
  (name) => !name.includes(' '),
);

/** `*` stands for anything; the whole name has to match. */
function patternOf(word: string): RegExp {
  const text = word.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${text}$`, 'i');
}

/** A property of an argument of a group. */
export interface Found {
  readonly group: Group;
  readonly option: string;
  readonly property: ExplainedProperty;
}

/** All properties of that name; `scsi-id=2` asks for that value alone. */
export function findProperties({ groups }: Explanation, wanted: string): Found[] {
  const [name, value] = split(wanted);
  return groups.flatMap((group) =>
    group.arguments.flatMap(({ option, properties }) =>
      properties
        .filter(
          (property) => matches(property, option, name) && (value === undefined || property.value === value),
        )
        .map((property) => ({ group, option, property })),
    ),
  );
}

function split(wanted: string): [string, string?] {
  const at = wanted.indexOf('=');
  return at < 0 ? [wanted] : [wanted.slice(0, at), wanted.slice(at + 1)];
}

function matches({ name, value }: ExplainedProperty, option: string, wanted: string): boolean {
  return (
    name === wanted ||
    option === wanted ||
    (name === '' && value === wanted) ||
    (name === 'driver' && value === wanted)
  );
}
