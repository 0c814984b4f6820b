import { request } from './batch';
import { command, MINIMAL } from './command';

test.each([
  ['a number of 64 bits', '12345678901234567890'],
  ['a number beyond all', '1e999'],
  ['numbers in a list', '[1.50, 12345678901234567890]'],
  ['strings that look like ends', '{"a}": ["\\\\", "x\\"],}", {"id": 7}]}'],
  ['5,000 lists in one another', '['.repeat(5_000) + ']'.repeat(5_000)],
])('an id comes back as it came: %s', (_what, id) => {
  const line = `{"options": {"host": "none", "only": ["name"]}, "i\\u0064": ${id} , "xml": ${JSON.stringify(MINIMAL)}}`;
  const { stdout } = command(['batch'], { input: `${line}\n${request(2, MINIMAL)}\n` });
  const [first = '', second = ''] = stdout.split('\n');
  expect(first.startsWith(`{"id":${id},"ok":true,`)).toBe(true);
  expect(second.startsWith('{"id":2,"ok":true,')).toBe(true);
});

test('of two ids the last one counts, as of any two keys', () => {
  const { stdout } = command(['batch'], { input: '{"id":[1],"xml":"<a/>","id":[2,\r3]}' });
  expect(stdout.startsWith('{"id":[2, 3],"ok":false,')).toBe(true);
});
