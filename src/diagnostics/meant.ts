import { closest } from './closest';

/** How programs write the two, in small letters; what libvirt takes of these depends on the place. */
const TRUTHS: readonly (readonly string[])[] = [
  ['yes', 'on', 'true', '1', 'y', 't', 'enabled', 'enable'],
  ['no', 'off', 'false', '0', 'n', 'f', 'disabled', 'disable'],
];

/**
 * The value that somebody who wrote `value` may have meant: one that says the same (`True` for `yes`), since `on` and `no` are
 * two letters exchanged and the contrary; else the one that is written most like it. Undefined where nothing comes close.
 */
export function meantOf(value: string, values: readonly string[]): string | undefined {
  const word = value.trim().toLowerCase();
  const same = sensesOf(word);
  return same !== undefined && values.some(sensesOf)
    ? values.find((one) => same.includes(one))
    : closest(word, values);
}

/** All the words that say what this one says. */
function sensesOf(word: string): readonly string[] | undefined {
  return TRUTHS.find((words) => words.includes(word));
}
