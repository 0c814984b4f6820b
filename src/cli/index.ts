import { existsSync } from 'node:fs';
import { CommanderError } from 'commander';
import { closest } from '../diagnostics/closest';
import type { Convert } from './command/convert';
import { COMMAND_NAMES } from './command/names';
import { crashText } from './crash';
import { program } from './program';
import { Failure, failureText, STATUS } from './status';
import { bringsInput } from './stdin';
import { ReaderGone, writeError, writeOut } from './streams';
import { errorWidth } from './terminal';
import { versionText } from './version';
import { WELCOME } from './welcome';

/**
 * Runs one command line; resolves to the exit status. Never rejects for what a user can do wrong. `convert` where a
 * conversion is all that is asked for, and its work is loaded already.
 */
export async function run(args: readonly string[], convert?: Convert): Promise<number> {
  let status: number = STATUS.done;
  try {
    if (args[0] === '--version' || args[0] === '-V') writeOut(versionText());
    else if (args.length === 0) return (await bringsInput()) ? await run(['-'], convert) : firstContact();
    else {
      refuseUnknownTopic(args);
      refuseMisspelt(args);
      const leave = async (result: Promise<number>) => {
        status = await result;
      };
      if (args.includes('--redact')) (await import('./redacted')).hideFiles(args);
      await program(leave, args, convert).parseAsync(args, { from: 'user' });
    }
    return status;
  } catch (problem) {
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

/** A first word that is no file and nearly a command: what follows is meant for that, and not to be converted. */
function refuseMisspelt([first = '', ...others]: readonly string[]): void {
  if (others.length === 0 || first.startsWith('-')) return;
  const known: readonly string[] = [...COMMAND_NAMES, 'help'];
  const meant = known.includes(first) ? undefined : closest(first, known);
  if (meant === undefined || existsSync(first)) return;
  throw new Failure(STATUS.usage, `there is no command '${first}'`, `did you mean '${meant}'?`);
}

async function failed(problem: unknown, redact: boolean): Promise<number> {
  if (problem instanceof ReaderGone) return STATUS.done;
  if (problem instanceof CommanderError) return problem.exitCode === 0 ? STATUS.done : STATUS.usage;
  if (problem instanceof Failure) {
    writeError(failureText(problem, await errorWidth()));
    return problem.status;
  }
  writeError(`domxml2qemu: internal error, please report it with the XML:\n${crashText(problem, redact)}\n`);
  return STATUS.refused;
}
