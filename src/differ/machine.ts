import type { Difference } from './difference';
import type { Side } from './side';

type Change = Omit<Difference, 'title' | 'key' | 'fromLine' | 'toLine'>;

/** A machine type by what its name stands for: q35 is another machine in each release of QEMU. */
export function machineChange(
  from: string | undefined,
  to: string | undefined,
  left: Side,
  right: Side,
): Change[] {
  if (from === undefined || to === undefined) return [];
  const before = left.machine(from) ?? from;
  const after = right.machine(to) ?? to;
  if (before === after && from === to) return [];
  const change = {
    change: 'changed',
    option: '-machine',
    property: 'type',
    from: told(from, before),
    to: told(to, after),
  } as const;
  if (before === after) return [{ ...change, guest: false, note: 'two names of the same machine' }];
  return [{ ...change, guest: true, note: noteOn(before, after) }];
}

function told(name: string, machine: string): string {
  return name === machine ? name : `${name} (${machine})`;
}

function noteOn(before: string, after: string): string {
  const board = (name: string) => name.replace(/-[\d.]+$/, '');
  return board(before) === board(after)
    ? 'the same board in another version: no migration between the two'
    : 'another board';
}
