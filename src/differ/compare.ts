import { valueOf, type Argument } from './argument';
import { matchArguments } from './arguments';
import type { Difference } from './difference';
import { machineChange } from './machine';
import type { Matched } from './match';
import { isNoticed, isNoticedWhole } from './notice';
import { followed, type Renames } from './renames';
import { shown } from './secret';
import type { DiffGroup, Side } from './side';
import { canonical } from './value';

/** A pair of groups with their arguments matched. */
export interface GroupPair {
  readonly from: DiffGroup;
  readonly to: DiffGroup;
  readonly arguments: Matched<Argument>;
}

export const groupPair = (from: DiffGroup, to: DiffGroup): GroupPair => ({
  from,
  to,
  arguments: matchArguments(from.arguments, to.arguments),
});

/** What the two have otherwise of one device or part. */
export function compareGroups(pair: GroupPair, renames: Renames, sides: readonly [Side, Side]): Difference[] {
  const { from, to, arguments: matched } = pair;
  const about = { title: to.title, key: to.key, fromLine: from.line, toLine: to.line };
  const whole = (argument: Argument, change: 'added' | 'removed'): Difference => ({
    ...about,
    change,
    option: argument.option,
    [change === 'added' ? 'to' : 'from']: argumentText(argument),
    guest: isNoticedWhole(argument),
  });
  return [
    ...matched.pairs.flatMap(([a, b]) =>
      propertyChanges(a, b, renames, sides).map((change) => ({
        ...about,
        ...change,
        guest: change.guest || ((from.passed || isCode(to, a)) && isBehind(change)),
      })),
    ),
    ...matched.removed.map((one) => whole(one, 'removed')),
    ...matched.added.map((one) => whole(one, 'added')),
  ];
}

/** A device or part that only one side has. */
export function wholeGroup(group: DiffGroup, change: 'added' | 'removed'): Difference {
  const { title, key, line } = group;
  const text = group.arguments
    .map((argument) => `${argument.option} ${argumentText(argument)}`.trim())
    .join('\n');
  const added = change === 'added';
  return {
    title,
    key,
    change,
    ...(added ? { to: text, toLine: line } : { from: text, fromLine: line }),
    guest: group.kind === 'firmware' || group.arguments.some(isNoticedWhole),
  };
}

type Change = Omit<Difference, 'title' | 'key' | 'fromLine' | 'toLine'>;

function propertyChanges(
  a: Argument,
  b: Argument,
  renames: Renames,
  [left, right]: readonly [Side, Side],
): Change[] {
  const { option } = a;
  const before = byName(a);
  const after = byName(b);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    const [from, to] = [before.get(name), after.get(name)];
    if (option === '-machine' && name === 'type') return machineChange(from, to, left, right);
    if (option !== '-device' && (name === 'id' || name === 'node-name')) return [];
    if (isDescriptor(name) && from !== undefined && to !== undefined) return [];
    if (same(option, name, from && followed(renames, name, from), to)) return [];
    const [property = name] = name.split('#');
    return [
      {
        change: from === undefined ? 'added' : to === undefined ? 'removed' : 'changed',
        option,
        property,
        from: from && shown(option, property, from),
        to: to && shown(option, property, to),
        guest: isNoticed(a, property, [from, to]),
      },
    ];
  });
}

function same(option: string, name: string, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined || to === undefined) return from === to;
  return from === to || canonical(option, name, from) === canonical(option, name, to);
}

/** A name that is given more than once is counted: value, value#2. */
function byName({ properties }: Argument): Map<string, string> {
  const found = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const { name, value } of properties) {
    let count = seen.get(name) ?? 0;
    let key: string;
    do key = ++count === 1 ? name : `${name}#${count}`;
    while (found.has(key));
    seen.set(name, count);
    found.set(key, value);
  }
  return found;
}

/** The number of a descriptor is whoever starts QEMU's. */
function isDescriptor(name: string): boolean {
  return /^(fd|fds|vhostfd|vhostfds)$/.test(name);
}

/** The firmware itself, not the store of its variables. */
function isCode({ kind }: DiffGroup, argument: Argument): boolean {
  return (
    kind === 'firmware' &&
    (valueOf(argument, 'unit') === '0' || /pflash0/.test(valueOf(argument, 'node-name') ?? ''))
  );
}

/** What a passed-through LUN is. */
function isBehind({ option, property = '' }: Change): boolean {
  return (
    (option === '-drive' || option === '-blockdev') &&
    /(^|\.)(file|filename|lun|target|portal)$/.test(property)
  );
}

function argumentText({ option, properties }: Argument): string {
  return properties
    .map(({ name, value }) => {
      const text = shown(option, name, value);
      return name === '' ? text : `${name}=${text}`;
    })
    .join(',');
}
