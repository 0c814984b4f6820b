import type { Diagnostic } from '../diagnostics/diagnostic';
import { fold } from '../diagnostics/fold';
import { visible } from '../diagnostics/report';

/** Exit statuses, the same for every command. */
export const STATUS = {
  done: 0,
  /** The domain was refused. */
  refused: 1,
  usage: 2,
  /** A file or the host could not be read. */
  unreadable: 3,
} as const;

/** Something that ends a command with a status of its own and one line for the user. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly help?: string,
    /** Of the diagnostic that it is, where it is one. */
    readonly code?: string,
  ) {
    super(message);
  }
}

/** What ends the command, since it is about no guest: the host, a QEMU, settings. */
export function failureOf({ code, message, help }: Diagnostic): Failure {
  return new Failure(STATUS.unreadable, message, help, code);
}

/** A failure as the user reads it, in so many columns. */
export function failureText({ message, help, code }: Failure, width: number): string {
  const what = code === undefined ? message : `error[${code}]: ${message}`;
  const text = `domxml2qemu: ${what}\n${help === undefined ? '' : `  help: ${help}\n`}`;
  return fold(visible(text), width);
}
