import type { Emitted } from '../emitter/emitted';
import type { Decision } from '../model/decision';
import type { Place } from '../model/place';
import type { LaunchPlan } from '../model/plan';
import type { Subject } from '../model/plan/part';
import type { Numbered } from './argument';
import type { Explanation, Group } from './explanation';
import { explainGroup } from './group';

export interface Explainable {
  readonly plan: LaunchPlan;
  readonly emitted: readonly Emitted[];
  /** The words of each of them. */
  readonly words: readonly (readonly string[])[];
  /** The place of `<domain>`. */
  readonly domain: Place;
}

/** Every argument with where it comes from, in groups: those of a device, or of a part of the guest, together. */
export function explainArguments({ plan, emitted, words, domain }: Explainable): Explanation {
  const subjects = new Map<Subject, Numbered[]>();
  for (const [index, one] of emitted.entries()) {
    const numbered = { emitted: one, words: words[index] ?? [], index };
    const group = subjects.get(one.subject);
    if (group === undefined) subjects.set(one.subject, [numbered]);
    else group.push(numbered);
  }
  const context = { domain, decisions: plan.decisions };
  const named = [...subjects].map(([subject, numbered]) => explainGroup(subject, numbered, context));
  const made = madeAt([...subjects.keys()], others(plan.decisions, named));
  const groups = named.map((group, index) => ({
    ...group,
    decisions: [...group.decisions, ...(made.get(index) ?? [])],
  }));
  return { program: plan.program, groups: unique(groups), decisions: others(plan.decisions, groups) };
}

/**
 * The choices that were made at a device's own element, by the number of its subject: what a choice is about may have another
 * name, as a network has.
 */
function madeAt(
  subjects: readonly Subject[],
  decisions: readonly Decision[],
): ReadonlyMap<number, readonly Decision[]> {
  const numbers = new Map<string, number>();
  for (const [number, subject] of subjects.entries()) {
    if (typeof subject === 'string' || subject.device.implicit === true) continue;
    const { path } = subject.device.at;
    if (!numbers.has(path)) numbers.set(path, number);
  }
  const made = new Map<number, Decision[]>();
  for (const decision of decisions) {
    const number = decision.at && firstAbove(decision.at.path, numbers);
    if (number === undefined) continue;
    const together = made.get(number);
    if (together === undefined) made.set(number, [decision]);
    else together.push(decision);
  }
  return made;
}

/** The number of an element by its path, or of the next one that it is in. */
function firstAbove(path: string, numbers: ReadonlyMap<string, number>): number | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const number = numbers.get(path.slice(0, end));
    if (number !== undefined) return number;
  }
  return undefined;
}

function others(decisions: readonly Decision[], groups: readonly Group[]): Decision[] {
  const told = new Set(groups.flatMap((group) => group.decisions));
  return decisions.filter((decision) => !told.has(decision));
}

/** Two devices of one name - a console and the serial port that it is - are told apart by number. */
function unique(groups: readonly Group[]): Group[] {
  const seen = new Map<string, number>();
  return groups.map((group) => {
    const count = (seen.get(group.key) ?? 0) + 1;
    seen.set(group.key, count);
    return count === 1 ? group : { ...group, key: `${group.key}#${count}` };
  });
}
