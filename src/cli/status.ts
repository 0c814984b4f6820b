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
  ) {
    super(message);
  }
}

/** A failure as the user reads it. */
export function failureText({ message, help }: Failure): string {
  return `domxml2qemu: ${message}\n${help === undefined ? '' : `  help: ${help}\n`}`;
}
