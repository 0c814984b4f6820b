import { unseen } from './unseen';

/** Words that need no quotes in any POSIX shell. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/**
 * One word for a POSIX shell: single quotes, which nothing but a single quote can leave. A terminal obeys the control
 * characters of ISO 6429 that XML allows, and does not show others: printf makes them where the command is run.
 */
export function shellWord(text: string): string {
  if (PLAIN.test(text) && !text.startsWith('=')) return text;
  const made = (some: string) => `'"$(printf '${octal(some)}')"'`;
  return `'${unseen(text.replaceAll("'", `'\\''`).replace(C1, made), made)}'`;
}

/** A file as one word that no program takes for an option. */
export const fileWord = (file: string): string => shellWord(file.startsWith('-') ? `./${file}` : file);

const C1 = /[\u0080-\u009f]+/g;

function octal(text: string): string {
  return [...Buffer.from(text)].map((byte) => `\\${byte.toString(8)}`).join('');
}
