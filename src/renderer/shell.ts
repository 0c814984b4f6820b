import { shellWord } from '../model/shell-word';

/** What a launch needs to be written as text: one group of words for each option. */
export interface Command {
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  /** Absent where the options are a piece for another command line. */
  readonly program?: string | undefined;
  /** The words of each option. */
  readonly options: readonly (readonly string[])[];
}

/** Valid shell, one option a line. */
export function pretty(command: Command): string {
  return written(command, command.program === undefined ? ' \\\n' : ' \\\n  ');
}

/** Valid shell on one line, unless a value itself has a newline. */
export function oneline(command: Command): string {
  return written(command, ' ');
}

/** Nothing at all where no option is left. */
function written(command: Command, between: string): string {
  const assigned = assignments(command);
  const program = assigned.length === 0 ? words(command.program) : startedByEnv(command.program);
  const parts = [...assigned, ...(program.length === 0 ? [] : [line(program)]), ...command.options.map(line)];
  return parts.length === 0 ? '' : `${parts.join(between)}\n`;
}

/** Every word ended by a NUL byte, for `xargs -0`; the environment goes through env(1). */
export function nul({ environment, program, options }: Command): string {
  const env =
    environment.length === 0 ? [] : ['env', ...environment.map(({ name, value }) => `${name}=${value}`)];
  return [...env, ...startedByEnv(program), ...options.flat()].map((word) => `${word}\0`).join('');
}

function words(program: string | undefined): string[] {
  return program === undefined ? [] : [program];
}

/** env(1) takes each word with a `=` for a variable until the first without one. */
function startedByEnv(program: string | undefined): string[] {
  return program?.includes('=') === true ? ['sh', '-c', 'exec "$0" "$@"', program] : words(program);
}

function line(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

/** `env` and not `A=b cmd`: a name that is no shell identifier must not become a command. */
function assignments({ environment }: Command): string[] {
  return environment.length === 0
    ? []
    : [`env ${environment.map(({ name, value }) => shellWord(`${name}=${value}`)).join(' ')}`];
}
