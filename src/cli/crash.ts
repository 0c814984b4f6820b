/**
 * What is known of a bug, for its report. With `redact`, only which error it was and where in the program: the message may
 * quote the guest, and folders say whose machine it is.
 */
export function crashText(problem: unknown, redact = false): string {
  if (!(problem instanceof Error)) return redact ? typeof problem : String(problem);
  const { name, message, stack = message } = problem;
  if (!redact) return stack;
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => line.startsWith('    at '));
  return [name, ...frames.map((frame) => frame.replace(FOLDER, ''))].join('\n');
}

/** The same of what ended a thread: words of ours where it did not say. */
export function lossText(reason: unknown, redact = false): string {
  return typeof reason === 'string' ? reason : crashText(reason, redact);
}

/** Before the name of a file of the program. */
const FOLDER = /(?:file:\/\/)?(?<![\w:])\/.*\//;
