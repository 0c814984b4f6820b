import { notCheckedText } from '../../src/cli/not-checked';

const reason = 'the host was not read';
const many = Array.from({ length: 20 }, (_, index) => ({ what: `thing number ${index}`, reason }));

test('at most three lines of 80 columns for one reason, and a count of the rest', () => {
  const lines = notCheckedText('guest.xml', many, {}).trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(lines.join(' ')).toMatch(/thing number 0; .*; \d+ more \(see them with -v\)$/);
});

test('a narrower terminal gets no line that is wider', () => {
  for (const verbose of [false, true]) {
    const lines = notCheckedText('guest.xml', many, { width: 30, verbose }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(30);
  }
});

test('one line each with verbose, and nothing where all was checked', () => {
  expect(notCheckedText('guest.xml', many, { verbose: true }).trimEnd().split('\n')).toHaveLength(20);
  expect(notCheckedText('guest.xml', [], {})).toBe('');
});

test('a paragraph for each reason; what the XML says cannot steer a terminal', () => {
  const left = [
    { what: 'one', reason },
    { what: 'two\u001b[31m', reason: 'nobody knows' },
  ];
  expect(notCheckedText('guest.xml', left, {})).toBe(
    'guest.xml: not checked, as the host was not read: one\n' +
      'guest.xml: not checked, as nobody knows: two\ufffd[31m\n',
  );
});
