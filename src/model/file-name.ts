import { fnv1a } from './fnv1a';

/** `.` and `..` are folders. */
const PLAIN = /^(?!\.{1,2}$)[A-Za-z0-9._-]+$/;

/** A socket has 107 bytes for its folder and all of its name (Linux include/uapi/linux/un.h). */
const LONGEST = 80;

/**
 * A file, or a part of its name, after a guest or something of it. A plain name is its own; another has what cannot stand
 * there replaced, and a number: `a b` and `a_b` are two guests; a long one is cut, and has a number as well. Of characters that
 * units of systemd may have in their names.
 */
export function fileName(name: string): string {
  if (name.length <= LONGEST && PLAIN.test(name)) return name;
  const plain = name.replace(/[^A-Za-z0-9._-]/gu, '_').slice(0, LONGEST - 9);
  return `${plain}-${fnv1a(name).toString(16).padStart(8, '0')}`;
}
