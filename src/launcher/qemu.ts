import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { endOf, type Ending } from './ending';
import { LaunchFailure } from './failure';
import type { Launch } from './launchable';
import { findProgram } from './program';

/** A QEMU that was started. */
export interface RunningQemu {
  readonly child: ChildProcess;
  readonly ended: Promise<Ending>;
}

/** The words that start QEMU: those of a host step come before its own. */
function startWords({ hostSteps, program, options }: Launch): string[] {
  return [...hostSteps.flatMap(({ prefix }) => prefix ?? []), program, ...options.flat()];
}

/** Starts QEMU itself, with no shell in between. */
export function startQemu(launch: Launch, env: NodeJS.ProcessEnv, stdio: StdioOptions): RunningQemu {
  const [first = '', ...args] = startWords(launch);
  for (const name of [launch.program, first]) {
    if (findProgram(name, env) === undefined)
      throw new LaunchFailure(
        `${name} is not ${name.includes('/') ? 'on this host, or no program' : 'in PATH'}`,
        'install it, or name another QEMU with --qemu',
      );
  }
  const own = Object.fromEntries(launch.environment.map(({ name, value }) => [name, value]));
  const child = spawn(findProgram(first, env) ?? first, args, {
    stdio,
    env: { ...env, ...own },
    argv0: first,
  });
  return { child, ended: endOf(child) };
}
