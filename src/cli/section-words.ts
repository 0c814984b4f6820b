import { closest } from '../diagnostics/closest';
import { fold } from '../diagnostics/fold';
import { visible } from '../diagnostics/report';
import { SECTION_WORDS, SECTIONS } from '../model/plan/section';
import { Failure, STATUS } from './status';

/** `disks,net`, gathered over repetitions. */
export function sectionWords(list: string, before: readonly string[] = []): readonly string[] {
  const words = list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const unknown = words.find((word) => !(SECTION_WORDS as readonly string[]).includes(word));
  if (unknown !== undefined || words.length === 0) throw noSection(unknown ?? list);
  return [...before, ...words];
}

function noSection(word: string): Failure {
  const meant = closest(word, SECTION_WORDS);
  const help = `  help: ${meant === undefined ? '' : `did you mean '${meant}'? `}There are ${SECTIONS.join(', ')}; and one kind of device by its element, such as 'video'`;
  return new Failure(
    STATUS.usage,
    `there is no section '${visible(word)}'`,
    fold(help).slice('  help: '.length),
  );
}
