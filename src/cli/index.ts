import { CommanderError } from 'commander';
import { closest } from '../diagnostics/closest';
import { asksVersion, COMMAND_NAMES } from './command/names';
import { failed } from './failed';
import { refuseMisspelt } from './misspelt';
import { program } from './program';
import { Failure, STATUS } from './status';
import { bringsInput } from './stdin';
import { writeError, writeOut } from './streams';
import { versionText } from './version';
import { WELCOME } from './welcome';

/** Runs one command line; resolves to the exit status. Never rejects for what a user can do wrong. */
export async function run(args: readonly string[]): Promise<number> {
  let status: number = STATUS.done;
  try {
    if (asksVersion(args)) writeOut(versionText());
    else if (args.length === 0) return (await bringsInput()) ? await run(['-']) : firstContact();
    else {
      refuseUnknownTopic(args);
      refuseMisspelt(args);
      const leave = async (result: Promise<number>) => {
        status = await result;
      };
      if (args.includes('--redact')) (await import('./redacted')).hideFiles(args);
      await program(leave).parseAsync(args, { from: 'user' });
    }
    return status;
  } catch (problem) {
    if (problem instanceof CommanderError) return problem.exitCode === 0 ? STATUS.done : STATUS.usage;
    return await failed(problem, args.includes('--redact'));
  }
}

/** The life of a thread that `--jobs` starts. */
export async function serve(): Promise<void> {
  await (await import('./worker/serve')).serve();
}

/** Called without anything: where to begin, and a status that a script notices. */
function firstContact(): number {
  writeError(WELCOME);
  return STATUS.usage;
}

/** commander answers `help` on a command that is none with the help of all. */
function refuseUnknownTopic([first, topic]: readonly string[]): void {
  const known: readonly string[] = [...COMMAND_NAMES, 'help'];
  if (first !== 'help' || topic === undefined || known.includes(topic)) return;
  const meant = closest(topic, known);
  throw new Failure(
    STATUS.usage,
    `there is no command '${topic}'`,
    meant === undefined ? 'domxml2qemu --help lists them' : `did you mean '${meant}'?`,
  );
}
