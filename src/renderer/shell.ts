import { shellWord } from '../model/shell-word';

/** What a launch needs to be written as text: one group of words for each option. */
export interface Command {
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly program: string;
  /** The words of each option. */
  readonly options: readonly (readonly string[])[];
}

/** Valid shell, one option a line. */
export function pretty(command: Command): string {
  const lines = [...assignments(command), shellWord(command.program), ...command.options.map(line)];
  return `${lines.join(' \\\n  ')}\n`;
}

/** Valid shell on one line, unless a value itself has a newline. */
export function oneline(command: Command): string {
  return `${[...assignments(command), shellWord(command.program), ...command.options.map(line)].join(' ')}\n`;
}

/** Every word ended by a NUL byte, for `xargs -0`; the environment goes through env(1). */
export function nul({ environment, program, options }: Command): string {
  const env =
    environment.length === 0 ? [] : ['env', ...environment.map(({ name, value }) => `${name}=${value}`)];
  return [...env, program, ...options.flat()].map((word) => `${word}\0`).join('');
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
