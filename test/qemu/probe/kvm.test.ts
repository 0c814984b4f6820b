import { askKvm } from '../../../src/qemu/probe/kvm';
import type { Json } from '../../../src/qemu/probe/qmp';

const answering = (answers: Readonly<Record<string, Json>>) => (command: string) =>
  Promise.resolve(answers[command]);

test.each<[string, Record<string, Json>, Awaited<ReturnType<typeof askKvm>>]>([
  [
    'with KVM',
    { 'query-accelerators': { enabled: 'kvm', present: ['kvm', 'tcg'] } },
    { present: true, enabled: true },
  ],
  [
    'under emulation, with KVM built in',
    { 'query-accelerators': { enabled: 'tcg', present: ['kvm', 'qtest', 'tcg'] } },
    { present: true, enabled: false },
  ],
  [
    'without KVM',
    { 'query-accelerators': { enabled: 'tcg', present: ['tcg'] } },
    { present: false, enabled: false },
  ],
  [
    'a QEMU that has the older question alone',
    { 'query-kvm': { present: true, enabled: true } },
    { present: true, enabled: true },
  ],
  ['one that answers neither', {}, undefined],
])('a QEMU %s', async (_, answers, kvm) => expect(await askKvm(answering(answers))).toEqual(kvm));

test('the question that goes away is asked of no QEMU that answers the new one', async () => {
  const asked: string[] = [];
  await askKvm((command) => {
    asked.push(command);
    return Promise.resolve(command === 'query-accelerators' ? { enabled: 'tcg', present: [] } : undefined);
  });
  expect(asked).toEqual(['query-accelerators']);
});
