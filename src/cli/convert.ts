import type { ConvertCommandOptions } from './convert-options';
import { filesOf } from './files-from';
import { outcomeOf } from './outcome';
import { Failure, STATUS } from './status';
import { writeError, writeOut } from './streams';

/** Converts each file; goes on after one that is refused. The highest status wins. */
export async function convertCommand(
  files: readonly string[],
  options: ConvertCommandOptions,
): Promise<number> {
  const { outDir, jobs, filesFrom, redact } = options;
  const all = filesOf(files, filesFrom);
  if (redact === true && filesFrom !== undefined) (await import('./redacted')).hideFiles(all);
  if (outDir !== undefined)
    return (await import('./many/convert-into')).convertIntoFolder(all, { ...options, outDir });
  if (jobs !== undefined)
    throw new Failure(STATUS.usage, '--jobs is for many guests, each into a file', 'add --out-dir DIR');
  let status: number = STATUS.done;
  for (const file of all) {
    const outcome = await outcomeOf(file, options);
    if (outcome.said !== '') writeError(outcome.said);
    if (outcome.command !== undefined) writeOut(outcome.command);
    status = Math.max(status, outcome.status);
  }
  return status;
}
