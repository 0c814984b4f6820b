import type { DeviceKind } from '../model/device';
import type { Decision } from '../model/decision';
import type { Place } from '../model/place';
import type { PlannedDevice } from '../model/plan/device';
import type { Part, Subject } from '../model/plan/part';
import { besideSection, sectionOf } from '../model/plan/section';
import { explainArgument, originOf, type Numbered } from './argument';
import type { Group, Origin } from './explanation';
import type { KindWords } from './subject/kind';
import { KINDS } from './subject/kinds';
import { PARTS } from './subject/parts';

type Words = Pick<Group, 'key' | 'title' | 'family' | 'change'> & {
  readonly origin: Origin;
  /** By which decisions may speak of it. */
  readonly names: readonly string[];
};

/** The arguments of one subject, and the decisions that are about it. */
export function explainGroup(
  subject: Subject,
  numbered: readonly Numbered[],
  { domain, decisions }: { readonly domain: Place; readonly decisions: readonly Decision[] },
): Group {
  const { names, ...words } =
    typeof subject === 'string' ? wordsOfPart(subject, domain) : wordsOfDevice(subject);
  return {
    ...words,
    subject: typeof subject === 'string' ? subject : subject.kind,
    ...(typeof subject === 'string' ? {} : { id: subject.id }),
    arguments: numbered.map((one) => explainArgument(one, words.origin, domain)),
    decisions: decisions.filter((decision) => names.includes(decision.subject)),
  };
}

/** By which the arguments of a subject can be asked for, their options apart: as those of its group. */
export function namesOfSubject(subject: Subject): readonly string[] {
  const section = sectionOf(subject);
  if (typeof subject === 'string') return [...besideSection([subject, PARTS[subject].family]), section];
  const { family, key } = wordsOf(subject);
  return [...besideSection([key?.(subject) ?? subject.id, subject.id, subject.kind, family]), section];
}

function wordsOfPart(part: Part, domain: Place): Words {
  const { family, change, ...where } = PARTS[part];
  return {
    key: part,
    title: part,
    family,
    change,
    origin: originOf(domain, where),
    names: [part, ...(ALSO[part] ?? [])],
  };
}

/** Decisions that call a part by a word of their own. */
const ALSO: Partial<Readonly<Record<Part, readonly string[]>>> = { firmware: ['nvram'] };

function wordsOfDevice(planned: PlannedDevice): Words {
  const { family, noun, key, names, implied, change } = wordsOf(planned);
  const { device, id } = planned;
  const short = key?.(planned) ?? id;
  return {
    key: short,
    title: `${noun} ${short}`,
    family,
    change,
    origin: device.implicit === true ? { at: device.at, implied } : { at: device.at },
    names: [id, `drive-${id}`, ...(names?.(planned) ?? [])],
  };
}

/** TypeScript cannot follow that a device fits the row of its own kind; this is the one place that says so. */
function wordsOf({ kind }: PlannedDevice): KindWords<DeviceKind> {
  return KINDS[kind] as unknown as KindWords<DeviceKind>;
}
