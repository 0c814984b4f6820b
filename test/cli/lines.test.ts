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

test('of a line that is too long little is kept, and the others come whole', async () => {
  const text = 'one\naaaaaaaaaaaaaaaaaaaa\ntwo\nfour5\nbbbbbbbbbbbb';
  for (let size = 1; size < text.length; size++) {
    const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
    const found: string[] = [];
    const input = Readable.from(
      pieces.map((piece) => Buffer.from(piece)),
      { objectMode: false },
    );
    for await (const lines of wholeLines(input, 5)) found.push(lines.toString());
    const lines = found.join('').split('\n');
    expect(lines.map((line) => line.slice(0, 6))).toEqual(['one', 'aaaaaa', 'two', 'four5', 'bbbbbb']);
    // No more than what came with what was kept.
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(6, size));
  }
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
