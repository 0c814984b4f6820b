import { crashText } from './crash';
import { Failure, failureText, STATUS } from './status';
import { ReaderGone, writeLog } from './streams';
import { errorWidth } from './terminal';

/** Says what ended a command, and gives its exit status. */
export async function failed(problem: unknown, redact: boolean): Promise<number> {
  if (problem instanceof ReaderGone) return STATUS.done;
  if (problem instanceof Failure) {
    writeLog(failureText(problem, await errorWidth()));
    return problem.status;
  }
  writeLog(`domxml2qemu: internal error, please report it with the XML:\n${crashText(problem, redact)}\n`);
  return STATUS.refused;
}
