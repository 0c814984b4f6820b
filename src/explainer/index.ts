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
  const order = [...subjects.keys()];
  const named = [...subjects].map(([subject, numbered]) => explainGroup(subject, numbered, context));
  const left = others(plan.decisions, named).map((decision) => ({
    decision,
    group: order.findIndex((subject) => holds(subject, decision.at)),
  }));
  const groups = named.map((group, index) => ({
    ...group,
    decisions: [...group.decisions, ...left.filter((one) => one.group === index).map((one) => one.decision)],
  }));
  return { program: plan.program, groups: unique(groups), decisions: others(plan.decisions, groups) };
}

/** Whether a choice was made at the device's own element: what it is about may have another name, as a network has. */
function holds(subject: Subject, place: Place | undefined): boolean {
  if (typeof subject === 'string' || subject.device.implicit === true || place === undefined) return false;
  const { path } = subject.device.at;
  return place.path === path || place.path.startsWith(`${path}/`);
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
