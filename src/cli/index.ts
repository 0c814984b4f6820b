import { CommanderError } from 'commander';
import { program } from './program';
import { Failure, failureText, STATUS } from './status';
import { ReaderGone, writeError, writeOut } from './streams';
import { VERSION } from './version';

/** Runs one command line; resolves to the exit status. Never rejects for what a user can do wrong. */
export async function run(args: readonly string[]): Promise<number> {
  let status: number = STATUS.done;
  try {
    if (args[0] === '--version' || args[0] === '-V') writeOut(`domxml2qemu ${VERSION}\n`);
    else if (args.length === 0) return firstContact();
    else {
      const leave = async (result: Promise<number>) => {
        status = await result;
      };
      await program(leave, args).parseAsync(args, { from: 'user' });
    }
    return status;
  } catch (problem) {
    return failed(problem);
  }
}

/** The life of a thread that `--jobs` starts. */
export async function serve(): Promise<void> {
  await (await import('./worker/serve')).serve();
}

/** Called without anything: the help, and a status that a script notices. */
function firstContact(): number {
  writeError(program(async () => {}).helpInformation());
  return STATUS.usage;
}

function failed(problem: unknown): number {
  if (problem instanceof ReaderGone) return STATUS.done;
  if (problem instanceof CommanderError) return problem.exitCode === 0 ? STATUS.done : STATUS.usage;
  if (problem instanceof Failure) {
    writeError(failureText(problem));
    return problem.status;
  }
  const message = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  writeError(`domxml2qemu: internal error, please report it with the XML:\n${message}\n`);
  return STATUS.refused;
}
