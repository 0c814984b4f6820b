import fc from 'fast-check';
import { Readable } from 'node:stream';
import { wholeLines } from '../../src/cli/lines';

async function read(pieces: readonly Buffer[]): Promise<string[]> {
  const found: string[] = [];
  for await (const lines of wholeLines(Readable.from(pieces, { objectMode: false })))
    found.push(lines.toString());
  return found;
}

test('whole lines, together the text, wherever it is cut, within a character too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^[a\r\nä€😀]{0,30}$/u),
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
        const found = await read(pieces);
        expect(found.join('')).toBe(text);
        for (const lines of found.slice(0, -1)) expect(lines.endsWith('\n')).toBe(true);
        expect(found).not.toContain('');
      },
    ),
  );
});

test('what is complete is given before the rest has come', async () => {
  const input = new Readable({ read() {} });
  const lines = wholeLines(input);
  input.push('a\nb\nhalf');
  expect(String((await lines.next()).value)).toBe('a\nb\n');
  input.push(' a line');
  input.push(null);
  expect(String((await lines.next()).value)).toBe('half a line');
});
