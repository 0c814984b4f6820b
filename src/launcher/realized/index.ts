import type { Emitted } from '../../emitter/emitted';
import type { Arg, Properties } from '../../emitter/args';
import type { LaunchPlan } from '../../model/plan';
import type { Qmp } from '../../qemu/probe/qmp';
import { driveExpectations, nodeExpectations } from './block';
import { cpuExpectations } from './cpu';
import { anonymousExpectations, objectExpectations } from './device';
import { Asked, type Expectation } from './expectation';
import { graphicsExpectations } from './graphics';
import { chardevExpectations, guestExpectations, machineExpectations } from './guest';
import { netdevExpectations } from './netdev';
import { plain, same } from './same';

/** One thing as it was planned and as QEMU has it. */
export interface Compared {
  readonly subject: string;
  readonly what: string;
  readonly planned: string;
  /** Undefined where QEMU does not tell, or where `driver` differs since there is no such device. */
  readonly realized: string | undefined;
  readonly state: 'equal' | 'differs' | 'unknown';
}

/** Asks a QEMU that stands still for all that the plan says of the guest, in the order of the command line, screens and what has no name last. */
export async function compareRealized(
  plan: LaunchPlan,
  emitted: readonly Emitted[],
  qmp: Qmp,
): Promise<Compared[]> {
  const qemu = new Asked(qmp);
  const expectations = [
    ...guestExpectations(plan),
    ...emitted.flatMap(({ arg, subject }) => (subject === 'monitor' ? [] : expectationsOf(arg))),
    ...graphicsExpectations(plan),
    ...emitted.flatMap(({ arg }) => anonymous(arg)).flatMap(anonymousExpectations),
  ];
  const compared: Compared[] = [];
  const absent = new Set<string>();
  for (const expectation of expectations) {
    if (absent.has(expectation.subject)) continue;
    const one = await compareOne(expectation, qemu);
    if (one.state === 'differs' && one.realized === undefined) absent.add(one.subject);
    compared.push(one);
  }
  return compared;
}

async function compareOne({ subject, what, planned, ask }: Expectation, qemu: Asked): Promise<Compared> {
  const realized = await ask(qemu);
  const shown = { subject, what, planned: plain(planned) };
  // A driver that QEMU cannot tell is that of a device which is not there.
  if (realized === undefined) return { ...shown, realized, state: what === 'driver' ? 'differs' : 'unknown' };
  return { ...shown, realized: plain(realized), state: same(what, planned, realized) ? 'equal' : 'differs' };
}

function anonymous(arg: Arg): readonly Properties[] {
  return arg.form === 'device' && arg.value['id'] === undefined ? [arg.value] : [];
}

function expectationsOf(arg: Arg): Expectation[] {
  switch (arg.form) {
    case 'device':
      return objectExpectations('/machine/peripheral', arg.value);
    case 'object':
      return objectExpectations('/objects', { driver: arg.value['qom-type'], id: arg.value['id'] });
    case 'netdev':
      return netdevExpectations(arg.value);
    case 'blockdev':
      return nodeExpectations(arg.value);
    case 'chardev':
      return chardevExpectations(arg.value.id);
    case 'keyval':
      return KEYVALS[arg.option]?.(arg) ?? [];
    default:
      return [];
  }
}

type Keyval = Extract<Arg, { form: 'keyval' }>;

const KEYVALS: Readonly<Record<string, (arg: Keyval) => Expectation[]>> = {
  '-machine': ({ head = '', value }) => machineExpectations(head, value),
  '-cpu': ({ head = '', value }) => cpuExpectations(head, value),
  '-drive': ({ value }) => driveExpectations(value),
};
