import { command, MINIMAL } from './command';

function batch(lines: readonly string[]): Record<string, unknown>[] {
  const { status, stdout, stderr } = command(['batch'], { input: lines.join('\n') });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const request = (id: unknown, xml: string, options: object = { host: 'none' }) =>
  JSON.stringify({ id, xml, options });

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
  const both = warned.replace("type='qemu'", "type='nonsense'");
  expect(batch([request(1, both, { strict: true, host: 'none' })])[0]).toMatchObject({
    ok: false,
    error: { code: 'value-invalid' },
  });
});
