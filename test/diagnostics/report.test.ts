import { error, type Diagnostic } from '../../src/diagnostics/diagnostic';
import { colors, PLAIN } from '../../src/diagnostics/paint';
import { report, visible } from '../../src/diagnostics/report';
import { parse } from '../../src/parser';

const LONG = `<domain type='qemu'>
  <name>a</name>
  <memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices><emulator>/usr/bin/qemu-system-x86_64</emulator><memballoon model='none'/><colour name='a name that is long' other='and more'/></devices>
</domain>`;

function unread(): Diagnostic[] {
  const found: Diagnostic[] = [];
  parse(LONG, (diagnostic) => void found.push(diagnostic));
  return found;
}

const SAID = [
  ...unread(),
  error(
    'some-code',
    undefined,
    'a message that is longer than a terminal is wide, so that it goes on below its first line',
    {
      help: `a way out that takes many words, so that ${'they would never fit on a line '.repeat(3)}at once`,
    },
  ),
];

test('the line with the place is one line on any terminal, whatever the message holds', () => {
  const two = error('two-lines', undefined, 'what\nnobody expects');
  const lines = report([...SAID, two], { file: 'guest.xml', text: LONG }, PLAIN, 40).split('\n');
  const heads = [...SAID, two].map(
    ({ severity, code, message, at }) =>
      `guest.xml${at ? `:${at.line}:${at.column}` : ''}: ${severity}[${code}]: ${message.replace('\n', '\ufffd')}`,
  );
  expect(lines.filter((line) => line.startsWith('guest.xml'))).toEqual(heads);
});

test('on a terminal all the rest fits the width, and the caret stands below its place', () => {
  const lines = report(SAID, { file: 'guest.xml', text: LONG }, PLAIN, 80).split('\n');
  for (const line of lines) if (!line.startsWith('guest.xml')) expect(line.length).toBeLessThanOrEqual(80);
  const caret = lines.findIndex((line) => /^ +\| +\^$/.test(line));
  const column = lines[caret]!.indexOf('^');
  expect(lines[caret - 1]!.slice(column)).toMatch(/^<?colour/);
});

test('in a pipe each part has one line', () => {
  const lines = report(SAID, { file: 'guest.xml', text: LONG }, PLAIN).trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('  help: '))).toHaveLength(
    SAID.filter(({ help }) => help !== undefined).length,
  );
  expect(lines.filter((line) => line.startsWith('    ') && !line.includes('|'))).toEqual([]);
});

test('color changes no column', async () => {
  const painted = report(SAID, { file: 'guest.xml', text: LONG }, await colors(), 80);
  // eslint-disable-next-line no-control-regex
  expect(painted.replace(/\u001b\[[\d;]*m/g, '')).toBe(
    report(SAID, { file: 'guest.xml', text: LONG }, PLAIN, 80),
  );
});

test.each([
  ['a mark that turns what follows', 'a\u202eb\u2066c', 'a\ufffdb\ufffdc'],
  ['characters of no width', 'a\u200b\ufeff\u00adb', 'a\ufffd\ufffd\ufffdb'],
  ['one of two units', 'a\u{e0041}b', 'a\ufffd\ufffdb'],
  ['breaks of lines', 'a\u2028b\u0085c', 'a\ufffdb\ufffdc'],
  ['letters', 'aé漢🙂', 'aé漢🙂'],
])('%s', (_, text, shown) => {
  expect(visible(text)).toBe(shown);
  expect(visible(text)).toHaveLength(text.length);
});
