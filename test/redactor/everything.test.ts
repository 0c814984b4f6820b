import { Redactor } from '../../src/redactor';
import { EVERYTHING } from './everything';

test.each(EVERYTHING.map((guest) => [guest.name, guest] as const))('%s', (_, { text, words }) => {
  const hidden = new Redactor().xml(text);
  expect(words.filter((word) => hidden.includes(word)).map((word) => lineWith(text, word))).toEqual([]);
  expect(hidden).toContain('org.qemu.guest_agent.0'.slice(0, text.includes('guest_agent') ? undefined : 0));
  expect(hidden.split('\n')).toHaveLength(text.split('\n').length);
});

function lineWith(text: string, word: string): string {
  return `${word}: ${text.split('\n').find((line) => line.includes(word)) ?? ''}`;
}
