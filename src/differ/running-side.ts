import { idOf, valueOf, type Argument } from './argument';
import { REFERENCES } from './notice/device';
import type { DiffGroup, Side } from './side';

/** A command line in the groups of a guest that it may be of; what fits into none has a group of its own. */
export function runningSide(said: readonly Argument[], guest: Side): Side {
  const { defaultCpu } = guest;
  const args =
    defaultCpu === undefined || said.some(({ option }) => option === '-cpu') ? said : [...said, defaultCpu];
  const adoption = new Adoption(guest, args);
  // devices first: what stands behind one goes with it
  for (const argument of args) if (argument.option === '-device') adoption.adopt(argument);
  for (const argument of args) if (argument.option !== '-device') adoption.adopt(argument);
  return { groups: adoption.groups(args), machine: guest.machine };
}

type Owner = DiffGroup | string;

/** Which group each argument goes to. */
class Adoption {
  private readonly owners = new Map<Argument, Owner>();
  /** What an argument that was adopted refers to, by its id. */
  private readonly referred = new Map<string, Owner>();

  /** The first two of the command line that have an id. */
  private readonly named = new Map<string, readonly Argument[]>();
  /** The groups of the guest by what stands in them without an id. */
  private readonly said = new Map<string, DiffGroup>();

  constructor(
    private readonly guest: Side,
    args: readonly Argument[],
  ) {
    for (const group of guest.groups)
      for (const argument of group.arguments)
        if (idOf(argument) === undefined && !this.said.has(textOf(argument)))
          this.said.set(textOf(argument), group);
    for (const argument of args) {
      const id = idOf(argument);
      if (id === undefined) continue;
      const others = this.named.get(id) ?? [];
      if (others.length < 2) this.named.set(id, [...others, argument]);
    }
  }

  adopt(argument: Argument): void {
    const owner =
      this.byId(argument) ??
      this.byReference(argument) ??
      this.said.get(textOf(argument)) ??
      this.byLikeness(argument) ??
      this.byWhatIsBehind(argument) ??
      ownKey(argument);
    this.owners.set(argument, owner);
    for (const { name, value } of argument.properties)
      if (name !== 'bus' && REFERENCES.has(name) && !this.referred.has(value))
        this.referred.set(value, owner);
  }

  /** In the order of the guest, and then of the command line. */
  groups(args: readonly Argument[]): DiffGroup[] {
    const found = new Map<Owner, Argument[]>();
    for (const argument of args) {
      const owner = this.owners.get(argument) ?? '';
      const list = found.get(owner);
      if (list === undefined) found.set(owner, [argument]);
      else list.push(argument);
    }
    return [...found].map(([owner, list]) =>
      typeof owner === 'string'
        ? { key: owner, title: owner, kind: 'running', names: [owner], passed: false, arguments: list }
        : { ...owner, line: undefined, arguments: list },
    );
  }

  private byId(argument: Argument): Owner | undefined {
    const id = idOf(argument);
    if (id === undefined) return undefined;
    return this.find((one) => one.option === argument.option && idOf(one) === id);
  }

  private byReference(argument: Argument): Owner | undefined {
    const id = idOf(argument);
    return id === undefined ? undefined : this.referred.get(id);
  }

  /** The same card, the same place, the same option where the guest has one of its kind. */
  private byLikeness(argument: Argument): Owner | undefined {
    for (const likeness of LIKENESSES) {
      const like = likeness(argument);
      const owner = like && this.find((one) => one.option === argument.option && likeness(one) === like);
      if (owner !== undefined) return owner;
    }
    return undefined;
  }

  /** A device whose place and id are others, by the file or the address behind it. */
  private byWhatIsBehind(argument: Argument): Owner | undefined {
    for (const { name, value } of argument.properties) {
      if (name === 'bus' || !REFERENCES.has(name)) continue;
      const behind = this.named.get(value)?.find((one) => one !== argument);
      const owner = behind && (this.byId(behind) ?? this.byLikeness(behind));
      if (owner !== undefined) return owner;
    }
    return undefined;
  }

  private find(wanted: (argument: Argument) => boolean): DiffGroup | undefined {
    return this.guest.groups.find((group) => group.arguments.some(wanted));
  }
}

type Likeness = (argument: Argument) => string | undefined;

const joined =
  (...names: string[]): Likeness =>
  (argument) => {
    const values = names.map((name) => valueOf(argument, name));
    return values[0] === undefined ? undefined : values.map((value) => value ?? '').join(' ');
  };

/** What makes two arguments with other ids the same, the surest first. */
const LIKENESSES: readonly Likeness[] = [
  joined('mac'),
  joined('bus', 'addr', 'channel', 'scsi-id', 'lun', 'unit', 'port', 'nr'),
  joined('file'),
  (argument) => (idOf(argument) === undefined ? firstOf(argument) : undefined),
  (argument) => (idOf(argument) === undefined && argument.option !== '-device' ? argument.option : undefined),
];

function textOf({ option, properties }: Argument): string {
  return JSON.stringify([option, properties.map(({ name, value }) => [name, value])]);
}

function firstOf({ option, properties: [property] }: Argument): string {
  return `${option} ${property?.name ?? ''} ${option === '-global' ? '' : (property?.value ?? '')}`;
}

/** How something is called that the guest's XML does not have. */
function ownKey(argument: Argument): string {
  const id = idOf(argument);
  const what = argument.option === '-device' ? valueOf(argument, 'driver') : undefined;
  return [argument.option, what, id]
    .filter((word) => word !== undefined)
    .join(' ')
    .trim();
}
