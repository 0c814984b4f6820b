import type { Emitted } from '../emitter/emitted';
import type { Explanation, Group } from '../explainer/explanation';
import type { PlannedDevice } from '../model/plan/device';
import type { Qemu } from '../qemu/qemu';
import { valueOf, type Argument } from './argument';
import { ownName } from './own-name';
import { parseArguments } from './parse';
import type { DiffGroup, Side } from './side';

/** A guest as its XML has it, converted for a QEMU. */
export function guestSide({ groups }: Explanation, emitted: readonly Emitted[], qemu: Qemu): Side {
  const own = atHome(groups.map((group) => guestGroup(group, emitted)));
  const defaultCpu = defaultCpuOf(own, qemu);
  return {
    groups:
      defaultCpu === undefined || own.some((group) => group.arguments.some(({ option }) => option === '-cpu'))
        ? own
        : [...own, { ...partGroup('cpu'), arguments: [defaultCpu] }],
    machine: (name) => qemu.machine(name)?.name,
    defaultCpu,
  };
}

/** Which part an option belongs to, whatever option says it in which release. */
const HOMES: Readonly<Record<string, string>> = {
  '-accel': 'accelerator',
  '-no-acpi': 'power',
  '-no-hpet': 'clock',
};

function atHome(groups: readonly DiffGroup[]): DiffGroup[] {
  const strays = (key: string, { option }: Argument) => HOMES[option] !== undefined && HOMES[option] !== key;
  const moved = groups.flatMap(({ key, arguments: args }) => args.filter((one) => strays(key, one)));
  if (moved.length === 0) return [...groups];
  const homes = new Set(moved.map(({ option }) => HOMES[option] ?? ''));
  const known = groups.map(({ key }) => key);
  const all = [...groups, ...[...homes].filter((key) => !known.includes(key)).map(partGroup)];
  return all.map((group) => ({
    ...group,
    arguments: [
      ...group.arguments.filter((one) => !strays(group.key, one)),
      ...moved.filter(({ option }) => HOMES[option] === group.key),
    ],
  }));
}

/** A part of a guest, which it has once. */
export function partGroup(key: string): DiffGroup {
  return { key, title: key, kind: key, names: [key], passed: false, arguments: [] };
}

function defaultCpuOf(groups: readonly DiffGroup[], qemu: Qemu): Argument | undefined {
  const machine = groups.flatMap((group) => group.arguments).find(({ option }) => option === '-machine');
  const model = machine && qemu.machine(valueOf(machine, 'type') ?? '')?.defaultCpu;
  return model === undefined ? undefined : { option: '-cpu', properties: [{ name: 'model', value: model }] };
}

function guestGroup(
  { key, title, subject, origin, arguments: explained }: Group,
  emitted: readonly Emitted[],
): DiffGroup {
  const args = explained.flatMap(({ words }) => parseArguments(words));
  const about = emitted[explained[0]?.index ?? -1]?.subject;
  const planned = typeof about === 'object' ? about : undefined;
  return {
    key,
    title,
    kind: subject,
    names: planned === undefined ? [key] : namesOf(planned, args),
    line: origin.implied === undefined ? origin.at.line : undefined,
    passed: args.some((argument) => PASSES.test(driverOf(argument) ?? '')),
    arguments: args,
  };
}

const PASSES = /^(scsi-block|scsi-generic)$/;

function driverOf(argument: Argument): string | undefined {
  return argument.option === '-device' ? valueOf(argument, 'driver') : undefined;
}

/** The user's alias, the name that people know it by, its address, what is behind it, its id, its driver. */
function namesOf(planned: PlannedDevice, args: readonly Argument[]): (string | undefined)[] {
  const { id, slot } = planned;
  const owner = id.startsWith('ua-') ? id : undefined;
  const address = slot.type === 'none' ? undefined : JSON.stringify(slot);
  const driver = args.map(driverOf).find((one) => one !== undefined);
  return [owner, ownName(planned), address, behind(args), id, driver];
}

const BEHIND = ['file', 'filename', 'file.filename', 'path', 'host', 'hostdevice', 'mem-path'];

function behind(args: readonly Argument[]): string | undefined {
  for (const argument of args)
    for (const name of BEHIND) {
      const value = valueOf(argument, name);
      if (value !== undefined) return value;
    }
  return undefined;
}
