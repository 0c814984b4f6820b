import type { Companion, HostStep } from '../model/decision';
import type { LaunchPlan } from '../model/plan';
import { idOf, type Argument } from './argument';
import { partGroup } from './guest-side';
import type { DiffGroup, Side } from './side';

type Beside = Pick<LaunchPlan, 'companions' | 'environment' | 'hostSteps' | 'devices'>;

/**
 * The same with what the guest needs beside QEMU's arguments, in the form of arguments: options of companions
 * (`virtiofsd --readonly`) with the device whose socket they serve, the variables of QEMU's environment, the commands that are
 * done on the host before, and the MAC that nothing but the host gives a card.
 */
export function withBeside(side: Side, plan: Beside): Side {
  const groups = side.groups.map((group) => ({
    ...group,
    arguments: [...group.arguments, ...mac(group, plan)],
  }));
  const strangers: DiffGroup[] = [];
  for (const companion of plan.companions) {
    const args = companionArguments(companion);
    const owner = groups.find((group) => serves(companion, group));
    if (owner === undefined) strangers.push({ ...partGroup(companion.name), arguments: args });
    else owner.arguments.push(...args);
  }
  return {
    ...side,
    groups: [
      ...groups,
      ...strangers,
      { ...partGroup('environment'), arguments: [environment(plan)] },
      { ...partGroup('host'), arguments: plan.hostSteps.flatMap(stepArguments) },
    ],
  };
}

function serves({ socket }: Companion, { arguments: args }: DiffGroup): boolean {
  return (
    socket !== undefined && args.some(({ properties }) => properties.some(({ value }) => value === socket))
  );
}

/** A word that is no option is a value of the one before it. Where the socket is, QEMU's own argument says. */
function companionArguments({ name, argv, socket }: Companion): Argument[] {
  const found: { option: string; properties: { name: string; value: string }[] }[] = [];
  for (const word of argv) {
    const text = socket === undefined ? word : word.replaceAll(socket, '(its socket)');
    const [, option, value] = /^(-[^=]*)(?:=(.*))?$/s.exec(text) ?? [];
    const values = option === undefined ? [text] : value === undefined ? [] : [value];
    const properties = values.map((one) => ({ name: '', value: one }));
    if (option !== undefined) found.push({ option: `${name} ${option}`, properties });
    else if (found.length === 0) found.push({ option: name, properties });
    else found.at(-1)?.properties.push(...properties);
  }
  return found;
}

/** There on both sides, so that a variable is compared with its other half. */
const environment = ({ environment: variables }: Beside): Argument => ({
  option: 'environment',
  properties: variables,
});

const stepArguments = ({ commands }: HostStep): Argument[] =>
  commands.map((value) => ({ option: 'host step', properties: [{ name: '', value }] }));

/** A virtual function has its MAC from the host, and no argument of QEMU. */
function mac({ arguments: args }: DiffGroup, { devices }: Beside): Argument[] {
  const card = devices.find(
    (one) =>
      one.kind === 'interface' && one.device.type === 'hostdev' && args.some((arg) => idOf(arg) === one.id),
  );
  if (card?.kind !== 'interface' || card.device.mac === undefined) return [];
  return [{ option: 'set by the host', properties: [{ name: 'mac', value: card.device.mac }] }];
}
