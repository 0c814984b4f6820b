/** Words that need no quotes in any POSIX shell. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** One word for a POSIX shell: single quotes, which nothing but a single quote can leave. */
export function shellWord(text: string): string {
  if (PLAIN.test(text) && !text.startsWith('=')) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
