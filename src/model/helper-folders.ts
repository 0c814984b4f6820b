/** Where distributions keep helpers that no user calls, in the order in which they are looked for behind PATH. */
export const HELPER_FOLDERS = [
  '/usr/libexec',
  '/usr/lib/qemu',
  '/usr/lib/virtiofsd',
  '/usr/sbin',
  '/usr/local/sbin',
] as const;
