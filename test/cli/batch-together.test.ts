import type { Domain } from '../../src/model/domain';
import { BATCH } from '../../src/cli/batch-work';

jest.mock('../../src/resolver/override-check', () => ({
  checkOverrides: (guest: Domain) => {
    if (guest.name === 'worse') throw new Error('a bug of ours');
    return guest;
  },
}));

async function answers(names: readonly string[]): Promise<Record<string, unknown>[]> {
  const lines = names.map((name) => {
    const xml = `<domain type='qemu'><name>${name}</name><memory>1</memory><os><type>hvm</type></os></domain>`;
    return JSON.stringify({ id: name, xml, options: { host: 'none' } });
  });
  const { bytes } = await BATCH.do(Buffer.from(lines.join('\n')));
  const text = Buffer.from(bytes).toString().trim();
  return text.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('where one of many guests meets a bug, it alone is refused', async () => {
  const names = Array.from({ length: 150 }, (_, index) => (index === 70 ? 'worse' : `guest-${index}`));
  const all = await answers(names);
  expect(all.map(({ id }) => id)).toEqual(names);
  expect(all.filter(({ ok }) => ok !== true)).toEqual([
    expect.objectContaining({
      id: 'worse',
      error: expect.objectContaining({
        code: 'internal',
        message: expect.stringContaining('a bug of ours') as unknown,
      }) as unknown,
    }),
  ]);
  const [argv] = all.filter(({ id }) => id === 'guest-71').map((one) => one['argv'] as string[]);
  expect(argv).toContain('guest=guest-71');
});
