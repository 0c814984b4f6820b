import { fnv1a } from './fnv1a';

/** `.` and `..` are folders. */
const PLAIN = /^(?!\.{1,2}$)[A-Za-z0-9._-]+$/;

/**
 * A file, or a part of its name, after a guest or something of it. A plain name is its own; another has what cannot stand
 * there replaced, and a number: `a b` and `a_b` are two guests. No longer than the name by more than nine, since sockets have
 * 107 bytes, and of characters that units of systemd may have in their names.
 */
export function fileName(name: string): string {
  if (PLAIN.test(name)) return name;
  return `${name.replace(/[^A-Za-z0-9._-]/gu, '_')}-${fnv1a(name).toString(16).padStart(8, '0')}`;
}
