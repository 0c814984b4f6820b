import { fnv1a } from './fnv1a';

/** Bytes that the path of a socket has room for (unix(7): sun_path, without the NUL at its end). */
export const SOCKET_PATH_BYTES = 107;

/** Whether no socket can have this path. */
export const isLongSocket = (path: string): boolean =>
  // No character has more than three bytes for each of its units.
  path.length * 3 > SOCKET_PATH_BYTES && Buffer.byteLength(path) > SOCKET_PATH_BYTES;

/** Bytes of a name in a path that has some words and a folder beside it. */
const ROOM = 60;

/** A name as part of a socket's: a long one is cut, and has a number, so that two guests stay two. */
export function socketPart(name: string, room = ROOM): string {
  if (name.length * 3 <= room || Buffer.byteLength(name) <= room) return name;
  const number = `-${fnv1a(name).toString(16).padStart(8, '0')}`;
  let start = '';
  for (const character of name) {
    if (Buffer.byteLength(start) + Buffer.byteLength(character) + number.length > room) break;
    start += character;
  }
  return `${start}${number}`;
}
