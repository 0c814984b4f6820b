import { command } from './command';

test.each([
  ['convert', '--qmp', '<path>'],
  ['convert', '--out-dir', '<dir>'],
  ['convert', '--host', '<file>'],
  ['convert', '--select', '<xpath>'],
  ['explain', '--html', '<file>'],
  ['diff', '--to-qemu', '<binary>'],
  ['normalize', '--output', '<file>'],
])('%s %s with an empty value says what is wanted', (name, flag, wanted) => {
  const { status, stderr } = command([name, flag, '', 'guest.xml']);
  expect(status).toBe(2);
  expect(stderr.replace(/\s+/g, ' ')).toContain(
    `argument '' is invalid. It is empty, and ${wanted} is wanted.`,
  );
});

test('a pair without a value is none', () => {
  const { status, stderr } = command(['--secret', 'usage=', 'guest.xml']);
  expect(status).toBe(2);
  expect(stderr.replace(/\s+/g, ' ')).toContain("'usage=' has nothing behind the sign.");
});
