import type { Conversion } from '../convert';
import { namesOfSubject } from '../explainer/group';
import { GENERAL_NAMES, namedBy } from '../explainer/select';
import { FAMILIES } from '../explainer/explanation';
import { SECTIONS, sectionOf, type Section } from '../model/plan/section';
import { nothingCalled } from './nothing-called';

/** `--only` and `--without`: sections, kinds, devices and options, as `explain --only` takes them. */
export interface SelectionValues {
  readonly only?: readonly string[];
  readonly without?: readonly string[];
}

export interface Selected extends Conversion {
  /** The sections that are left; absent where nothing was to be selected. */
  readonly sections?: readonly Section[] | undefined;
  /** A piece for somebody else's command line: without the program. */
  readonly piece?: boolean | undefined;
}

/**
 * The conversion with the arguments that were asked for. With `only` the program and its environment stay out. Throws a
 * Failure for words that are no general ones and that nothing of this guest has for a name.
 */
export function selected(conversion: Conversion, { only, without = [] }: SelectionValues): Selected {
  const { plan, options, subjects } = conversion;
  if ((only === undefined && without.length === 0) || !plan || !options || !subjects) return conversion;
  const names = subjects.map((subject, index) => [
    ...namesOfSubject(subject),
    ...(options[index] ?? []).slice(0, 1),
  ]);
  refuseUnknown([...(only ?? []), ...without], names);
  const isWanted = only === undefined ? () => true : namedBy(only);
  const isLeftOut = namedBy(without);
  const isChosen = (_: unknown, index: number) =>
    isWanted(names[index] ?? []) && !isLeftOut(names[index] ?? []);
  const words = options.filter(isChosen);
  const left = subjects.filter(isChosen);
  const sections = new Set(left.map(sectionOf));
  const piece = only !== undefined;
  return {
    ...conversion,
    argv: piece ? words.flat() : [plan.program, ...words.flat()],
    options: words,
    subjects: left,
    sections: SECTIONS.filter((name) => sections.has(name)),
    piece,
  };
}

const GENERAL: readonly string[] = [...GENERAL_NAMES, ...FAMILIES];

/** A guest may well have nothing of a general name, of an option or of a pattern. */
function refuseUnknown(wanted: readonly string[], names: readonly (readonly string[])[]): void {
  const unknown = wanted.filter(
    (word) =>
      !GENERAL.includes(word) && !word.startsWith('-') && !word.includes('*') && !names.some(namedBy([word])),
  );
  if (unknown.length > 0)
    throw nothingCalled(
      unknown,
      names.flat(),
      SECTIONS.filter((section) => names.some((own) => own.includes(section))),
    );
}
