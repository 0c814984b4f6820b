/** What an errno means to somebody who named the file. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a directory',
  EBADF: 'it is not open for reading',
  ENOTDIR: 'a part of its path is not a directory',
  EEXIST: 'there is something else of that name',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the file system is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'the file would be too large',
  EIO: 'the device does not take or give it',
  ELOOP: 'too many symbolic links',
};

/** What the system said, for a person. */
export function reasonOf(problem: unknown): string {
  const { code = '', message } = problem as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
