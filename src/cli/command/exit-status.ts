import { fold } from '../../diagnostics/fold';
import { STATUS } from '../status';

/** What each status says, in the help and in the manual page. */
export const STATUS_MEANS: Readonly<Record<keyof typeof STATUS, string>> = {
  done: 'done',
  refused: 'the domain was refused',
  usage: 'wrong usage',
  unreadable: 'a file or the host could not be read',
};

/** The statuses on lines that fit a narrow terminal. */
export const EXIT_STATUS = fold(
  `Exit status: ${Object.entries(STATUS)
    .map(([name, status]) => `${status} ${STATUS_MEANS[name as keyof typeof STATUS]}`)
    .join(', ')}.`,
  60,
);
