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
  refuseAsOne(all, options);
  // A folder has a line that sums it up.
  if (all.length === 0) writeError('the list names no file: none converted\n');
  let status: number = STATUS.done;
  for (const file of all) {
    const outcome = await outcomeOf(file, options);
    if (outcome.said !== '') writeError(outcome.said);
    if (outcome.command !== undefined) writeOut(outcome.command);
    status = Math.max(status, outcome.status);
  }
  return status;
}

/** One script after the other ends with the first guest, and words after words start one guest of all. */
function refuseAsOne(files: readonly string[], { output = 'pretty' }: ConvertCommandOptions): void {
  if (files.length < 2 || (output !== 'script' && output !== 'nul')) return;
  throw new Failure(
    STATUS.usage,
    `several guests would become one: --output ${output} writes one at a time`,
    'add --out-dir DIR: each gets a file of its own',
  );
}
