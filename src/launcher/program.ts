import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where distributions keep helpers that no user calls. */
const HELPERS = ['/usr/libexec', '/usr/lib/qemu', '/usr/lib/virtiofsd', '/usr/sbin', '/usr/local/sbin'];

/** The file that a program's name means: as a path, in PATH, or among the helpers; undefined: not here. */
export function findProgram(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (name.includes('/')) return executable(name) ? name : undefined;
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''), ...HELPERS];
  return folders.map((folder) => join(folder, name)).find(executable);
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
