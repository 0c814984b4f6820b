import { machineChange } from '../../src/differ/machine';
import type { Side } from '../../src/differ/side';

/** A QEMU for which each name is what the list says. */
const side = (names: Readonly<Record<string, string>>) =>
  ({ machine: (name: string) => names[name] }) as unknown as Side;

const changed = (from: string, to: string) =>
  machineChange(from, to, side({ q35: 'pc-q35-7.2' }), side({ q35: 'pc-q35-10.0' })).map((change) => [
    'from' in change ? change.from : undefined,
    'to' in change ? change.to : undefined,
    change.guest,
  ]);

test('a machine is told by its name, and by what that stands for where it is another', () => {
  expect(changed('q35', 'q35')).toEqual([['q35 (pc-q35-7.2)', 'q35 (pc-q35-10.0)', true]]);
  expect(changed('pc-q35-7.2', 'pc-q35-10.0')).toEqual([['pc-q35-7.2', 'pc-q35-10.0', true]]);
  expect(changed('q35', 'pc-q35-7.2')).toEqual([['q35 (pc-q35-7.2)', 'pc-q35-7.2', false]]);
  expect(changed('pc-q35-7.2', 'pc-q35-7.2')).toEqual([]);
});
