import { idOf, type Argument } from './argument';
import { match, type Known, type Matched } from './match';

/** Options that are given for several things, each known by its first property: another one is another thing. */
const BY_FIRST: ReadonlySet<string> = new Set([
  '-global',
  '-smbios',
  '-fw_cfg',
  '-numa',
  '-acpitable',
  '-add-fd',
]);

/** The arguments of a pair of groups, option by option: the same, by id, by what they are, and by their order. */
export function matchArguments(from: readonly Argument[], to: readonly Argument[]): Matched<Argument> {
  const text = counted(from, to, ({ option, properties }) => JSON.stringify([option, properties]));
  const order = counted(from, to, ({ option }) => option);
  return match(from, to, [
    text,
    (one) => named(one.option, idOf(one)),
    (one) => named(one.option, first(one)),
    (one) => (BY_FIRST.has(one.option) ? undefined : order(one)),
  ]);
}

/** The first of a name on one side is that of the other, and the second, and so on. */
function counted(
  from: readonly Argument[],
  to: readonly Argument[],
  name: (one: Argument) => string,
): Known<Argument> {
  const numbered = new Map<Argument, string>();
  for (const side of [from, to]) {
    const seen = new Map<string, number>();
    for (const one of side) {
      const count = seen.get(name(one)) ?? 0;
      seen.set(name(one), count + 1);
      numbered.set(one, `${name(one)} ${count}`);
    }
  }
  return (one) => numbered.get(one);
}

function named(option: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : `${option} ${name}`;
}

function first({ option, properties: [property, ...rest] }: Argument): string | undefined {
  if (property === undefined) return undefined;
  if (option === '-global') return property.name;
  const number = option === '-numa' ? rest.filter(({ name }) => NUMA_NUMBERS.has(name)) : [];
  return [property, ...number].map(({ name, value }) => `${name}=${value}`).join();
}

/** Which node, or between which two. */
const NUMA_NUMBERS: ReadonlySet<string> = new Set(['nodeid', 'node-id', 'src', 'dst', 'initiator', 'target']);
