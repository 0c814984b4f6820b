import { besideSection, SECTION_WORDS, sectionNamed } from '../model/plan/section';
import { PARTS } from './subject/parts';
import type { ExplainedProperty, Explanation, Group } from './explanation';

/** The groups that a user means: `sda`, `net*`, `disk`, `scsi0-0-2-5`, `storage`, or an option such as `-device`. */
export function selectGroups(explanation: Explanation, wanted: readonly string[]): Explanation {
  const isWanted = namedBy(wanted);
  const chosen = explanation.groups.filter((group) => isWanted(namesOf(group)));
  // A controller may be called as a section of which the guest has nothing: usb.
  const groups = chosen.length > 0 ? chosen : explanation.groups.filter(({ key }) => wanted.includes(key));
  return { ...explanation, groups, decisions: [] };
}

/** By which a group can be asked for. */
export function namesOf({ key, id, subject, family, arguments: args }: Group): string[] {
  const options = args.map(({ option }) => option);
  const section = sectionNamed(subject);
  return [...besideSection([key, id ?? key, subject, family]), section, ...options];
}

/** Names that any guest can have something of: sections, kinds of devices, and parts whose name is one word. */
export const GENERAL_NAMES: readonly string[] = [
  ...new Set<string>([...SECTION_WORDS, ...Object.keys(PARTS)]),
].filter((name) => !name.includes(' '));

/** Whether one of the words that a user said is, or fits, one of some names. */
export function namedBy(wanted: readonly string[]): (names: readonly string[]) => boolean {
  const patterns = wanted.map(patternOf);
  return (names) => patterns.some((pattern) => names.some((name) => pattern.test(name)));
}

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
