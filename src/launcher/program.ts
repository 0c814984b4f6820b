import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { HELPER_FOLDERS } from '../model/helper-folders';

/** The file that a program's name means: as a path, in PATH, or among the helpers; undefined: not here. */
export function findProgram(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (name.includes('/')) return executable(name) ? name : undefined;
  const folders = [
    ...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
    ...HELPER_FOLDERS,
  ];
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
