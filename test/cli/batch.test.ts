import { spawnSync } from 'node:child_process';
import { convert } from '../../src';
import { BATCH } from '../../src/cli/batch-work';
import { batch, request } from './batch';
import { command, MINIMAL, PROJECT } from './command';

test('one answer a line, in the order of the input, with any id', () => {
  const answers = batch([request('a', MINIMAL), '', request({ n: 2 }, '<pool/>'), request(null, MINIMAL)]);
  expect(answers.map(({ id, ok }) => [id, ok])).toEqual([
    ['a', true],
    [{ n: 2 }, false],
    [null, true],
  ]);
  expect(answers[0]).toMatchObject({
    argv: expect.arrayContaining(['qemu-system-x86_64', '-name']) as unknown,
    warnings: [],
  });
  expect(answers[1]).toMatchObject({
    error: { code: 'not-a-domain', line: 1, column: 1 },
    errors: [{ code: 'not-a-domain' }],
  });
});

test('options are the long options in camelCase', () => {
  const [libvirt] = batch([request(1, MINIMAL, { profile: 'libvirt', qemuVersion: '7.2' })]);
  expect(libvirt).toMatchObject({ ok: true, argv: expect.arrayContaining(['-S']) as unknown });
});

test.each([
  ['no JSON', 'nonsense', 'not JSON'],
  ['no object', '[1]', 'a line is a JSON object'],
  ['no source', '{"id":1}', 'a request needs "file" or "xml"'],
  ['two sources', '{"file":"a","xml":"b"}', 'not both'],
  ['an unknown key', '{"xml":"<a/>","colour":1}', 'unknown key "colour"'],
  ['an unknown option', '{"xml":"<a/>","options":{"colour":"red"}}', 'unknown option "colour"'],
  [
    'a value outside its option',
    '{"xml":"<a/>","options":{"profile":"virsh"}}',
    'one of: standalone, libvirt',
  ],
  ['a value of another type', '{"xml":"<a/>","options":{"strict":"yes"}}', 'true or false'],
  ['pairs that are none', '{"xml":"<a/>","options":{"secret":"a=b"}}', 'an object of strings'],
  [
    'an unknown fact of a test',
    '{"xml":"<a/>","options":{"context":{"capsAd":[]}}}',
    'option "context.capsAd" is not known; did you mean capsAdd?',
  ],
  [
    'a fact of another type',
    '{"xml":"<a/>","options":{"context":{"capsAdd":"kvm"}}}',
    'option "context.capsAdd" is "kvm", not a list',
  ],
  [
    'facts that are none',
    '{"xml":"<a/>","options":{"context":[]}}',
    'option "context" is a list, not an object',
  ],
])('a bad line is answered and does not end the run: %s', (_what, line, message) => {
  const answers = batch([line, request(2, MINIMAL)]);
  expect(answers[0]).toMatchObject({
    ok: false,
    error: { code: 'batch-request', message: expect.stringContaining(message) as unknown },
  });
  expect(answers[1]).toMatchObject({ id: 2, ok: true });
});

test('a file that is not there', () => {
  expect(batch(['{"id":1,"file":"/nonexistent.xml"}'])[0]).toMatchObject({
    id: 1,
    ok: false,
    error: { code: 'batch-unreadable' },
  });
});

test('with strict a warning refuses, and an error still comes first', () => {
  const warned = MINIMAL.replace('<os>', '<colour/><os>');
  expect(batch([request(1, warned, { strict: true, host: 'none' })])[0]).toMatchObject({
    ok: false,
    error: { code: 'unread-element' },
  });
  // What nobody read is told by the parser, a machine that is none only after it.
  const both = warned.replace("machine='pc'", "machine='nonsense'");
  expect(convert(both).diagnostics.map(({ code }) => code)).toEqual(['unread-element', 'machine-unknown']);
  expect(batch([request(1, both, { strict: true, host: 'none' })])[0]).toMatchObject({
    ok: false,
    error: { code: 'machine-unknown' },
    errors: [{ code: 'machine-unknown' }, { code: 'unread-element' }],
  });
});

describe('--jobs', () => {
  const many = Array.from({ length: 1500 }, (_, index) =>
    index % 7 === 3
      ? `{"id":${index},"xml":"<pool/>"}\r`
      : index % 50 === 9
        ? ['nonsense', '', '   ', '\r'][index % 4]!
        : request(index, MINIMAL.replace('minimal', `guest-ä-${index}`)),
  ).join('\n');
  const run = (jobs: string, input: string) => command(['batch', '--jobs', jobs], { input });

  test('threads answer what one answers, in the same order, to the last line without an end', () => {
    const one = run('1', many);
    expect(one.status).toBe(0);
    expect(one.stdout.split('\n').length).toBeGreaterThan(1400);
    expect(run('3', many)).toEqual(one);
    expect(run('auto', `${many}\n`)).toEqual(one);
  });

  test('little is answered without them', () => {
    expect(run('2', request(1, MINIMAL)).stdout).toBe(run('1', request(1, MINIMAL)).stdout);
    expect(run('2', '')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('who stops reading ends them, and is no error', () => {
    const { stdout, stderr, status } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" bin/domxml2qemu.js batch --jobs 2 | head -n 1`],
      { cwd: PROJECT, input: many, encoding: 'utf8', timeout: 60_000 },
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(JSON.parse(stdout)).toMatchObject({ id: 0, ok: true });
  });

  test('a number that is none', () => {
    expect(run('none', '')).toMatchObject({
      status: 2,
      stderr: "domxml2qemu: --jobs is a number from 1 to 256, or 'auto', not 'none'\n",
    });
  });
});

test('what ended its thread is answered by its id', async () => {
  const lines = Buffer.from(`${request('a', MINIMAL)}\n\nnonsense\n`);
  const pieces = BATCH.pieces(lines);
  expect(pieces).toHaveLength(2);
  const lost = BATCH.joined(await Promise.all(pieces.map((piece) => BATCH.lost(piece, 'out of memory'))));
  const internal = expect.objectContaining({
    code: 'internal',
    message: 'internal error: out of memory',
  }) as unknown;
  expect(
    Buffer.from(lost.bytes)
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { id: 'a', ok: false, error: internal, errors: [internal] },
    { id: null, ok: false, error: internal, errors: [internal] },
  ]);
  expect(lost).toMatchObject({ count: 2, refused: 2 });
});

test('redacted, what ended its thread says nothing of the guest or the machine', async () => {
  const problem = new RangeError('payroll-db is too long');
  const line = Buffer.from(JSON.stringify({ id: 1, xml: MINIMAL, options: { redact: true } }));
  const { bytes } = await BATCH.lost(line, problem);
  expect(Buffer.from(bytes).toString()).toMatch(/internal error: RangeError\\n {4}at /);
  expect(Buffer.from(bytes).toString()).not.toMatch(/payroll|\/test\//);
});
