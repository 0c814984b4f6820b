import { Readable } from 'node:stream';
import { batchCommand } from '../../src/cli/batch-stream';
import { answersIn, batch, request } from './batch';
import { MINIMAL } from './command';

test('a line that is not UTF-8 is refused by its id, and no other with it', () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1');
  const answers = batch([
    request(1, MINIMAL.replace('minimal', 'ä')),
    latin1(request(2, MINIMAL.replace('minimal', 'ä'))),
    latin1(request('ä', MINIMAL)),
    latin1('ä'),
    request(3, MINIMAL.replace('minimal', '\ufffd')),
  ]);
  expect(answers.map(({ id, ok }) => [id, ok])).toEqual([
    [1, true],
    [2, false],
    [null, false],
    [null, false],
    [3, true],
  ]);
  for (const { error } of answers.slice(1, 4))
    expect(error).toMatchObject({ code: 'batch-request', message: 'the line is not UTF-8' });
});

test('a line that is too long is refused, and little of it kept', async () => {
  const piece = Buffer.alloc(2 ** 20, 'x');
  const long = Array.from({ length: 140 }, () => piece);
  const ends = [request(1, MINIMAL), request(2, MINIMAL)].map((line) => Buffer.from(`\n${line}\n`));
  const written: Uint8Array[] = [];
  const input = Readable.from([ends[0]!, ...long, ends[1]!], { objectMode: false });
  await batchCommand({}, input, (bytes) => void written.push(bytes));
  expect(answersIn(Buffer.concat(written).toString())).toMatchObject([
    { id: 1, ok: true },
    { id: null, error: { message: 'a line has more than 134217728 bytes, the limit' } },
    { id: 2, ok: true },
  ]);
});

test('answers of more text than is written at once', () => {
  const words = `<qemu:arg value='${'x'.repeat(60_000)}'/>`.repeat(10);
  const large = MINIMAL.replace('>', " xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>").replace(
    '<os>',
    `<qemu:commandline>${words}</qemu:commandline><os>`,
  );
  const answers = batch(Array.from({ length: 30 }, (_, index) => request(index, large)));
  expect(answers.map(({ id, ok }) => [id, ok])).toEqual(
    Array.from({ length: 30 }, (_, index) => [index, true]),
  );
  for (const { argv } of answers) expect(String(argv).length).toBeGreaterThan(600_000);
});
