import { Failure, STATUS } from './status';

/** `disks,net`, gathered over repetitions: of `--only` and `--without`. What the words name the guest says. */
export function sectionWords(list: string, before: readonly string[] = []): readonly string[] {
  const words = list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length === 0)
    throw new Failure(STATUS.usage, `'${list}' names nothing`, 'name sections or devices, as in disks,net');
  return [...before, ...words];
}
