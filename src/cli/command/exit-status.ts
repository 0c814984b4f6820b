import type { Command } from 'commander';
import { fold } from '../../diagnostics/fold';
import { STATUS } from '../status';

/** What each status says, in the help and in the manual page. */
export const STATUS_MEANS: Readonly<Record<keyof typeof STATUS, string>> = {
  done: 'done',
  refused: 'the domain was refused',
  usage: 'wrong usage',
  unreadable: 'a file or the host could not be read',
};

export const EXIT_STATUS = `Exit status: ${Object.entries(STATUS)
  .map(([name, status]) => `${status} ${STATUS_MEANS[name as keyof typeof STATUS]}`)
  .join(', ')}.`;

/** What ends a help, on lines that fit its terminal. */
export const closing =
  (text: string) =>
  ({ command }: { readonly command: Command }) =>
    fold(text, Math.min(command.configureOutput().getOutHelpWidth?.() ?? 80, 80));

/** What it is of commands that have statuses of their own. */
export const OWN_STATUS = {
  run: "QEMU's own, 128 and the signal's number where one ended it; 1 it was not started, 2 wrong usage, 3 a file or the host could not be read.",
  verify:
    '0 all as planned, 1 it differs or did not start, 2 wrong usage, 3 a file or the host could not be read.',
  diff: '0 the same, 1 there are differences, 2 wrong usage, 3 a side could not be read or converted.',
} as const;

export const ownStatus = (command: keyof typeof OWN_STATUS) =>
  closing(`\nExit status: ${OWN_STATUS[command]}`);
