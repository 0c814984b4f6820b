import fc from 'fast-check';
import { Readable } from 'node:stream';
import { linesOf } from '../../src/cli/lines';

async function read(pieces: readonly Buffer[]): Promise<string[]> {
  const found: string[] = [];
  for await (const lines of linesOf(Readable.from(pieces, { objectMode: false }))) found.push(...lines);
  return found;
}

test('lines are those of the text, wherever it is cut, within a character too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^[a\nä€😀]{0,30}$/u),
      fc.array(fc.integer({ min: 1, max: 5 })),
      async (text, sizes) => {
        const bytes = Buffer.from(text);
        const pieces: Buffer[] = [];
        let at = 0;
        for (const size of sizes) {
          if (at < bytes.length) pieces.push(bytes.subarray(at, at + size));
          at += size;
        }
        if (at < bytes.length) pieces.push(bytes.subarray(at));
        expect(await read(pieces)).toEqual(text.split('\n'));
      },
    ),
  );
});

test('what is complete is given before the rest has come', async () => {
  const input = new Readable({ read() {} });
  const lines = linesOf(input);
  input.push('a\nb\nhalf');
  expect((await lines.next()).value).toEqual(['a', 'b']);
  input.push(' a line');
  input.push(null);
  expect((await lines.next()).value).toEqual(['half a line']);
});
