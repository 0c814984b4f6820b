import type { Conversion } from '../convert';
import { isNamed, SECTIONS, sectionOf, type Section } from '../model/plan/section';

/** `--only` and `--without`. */
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

/** The conversion with the arguments that were asked for. With `only` the program and its environment stay out. */
export function selected(conversion: Conversion, { only, without = [] }: SelectionValues): Selected {
  const { plan, options, subjects } = conversion;
  if ((only === undefined && without.length === 0) || !plan || !options || !subjects) return conversion;
  const chosen = subjects.map(
    (subject) => (only === undefined || isNamed(subject, only)) && !isNamed(subject, without),
  );
  const isChosen = (_: unknown, index: number) => chosen[index] === true;
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
