import { InvalidArgumentError, type Command, type Option } from 'commander';
import { closest } from '../../diagnostics/closest';

/** An option that takes a value is given one: `--qmp "$SOCKET"` with a variable that is not set means nothing. */
export function refuseEmpty({ options }: Command): void {
  for (const option of options) if (option.required && !option.variadic) refuseEmptyValue(option);
}

function refuseEmptyValue(option: Option): void {
  const { parseArg, flags } = option;
  const wanted = /<[^>]+>/.exec(flags)?.[0] ?? 'a value';
  option.parseArg = <T>(word: string, before: T): T => {
    if (word === '') throw new InvalidArgumentError(`It is empty, and ${wanted} is wanted.`);
    return parseArg === undefined ? (word as T) : parseArg(word, before);
  };
}

/** Every option that takes one of a few words answers another word with the one that was meant. */
export function suggestValues(command: Command): void {
  for (const option of command.options) if (option.argChoices !== undefined) suggestValue(option);
  for (const argument of command.registeredArguments)
    if (argument.argChoices !== undefined) suggestValue(argument);
}

function suggestValue(taker: Pick<Option, 'argChoices' | 'parseArg'>): void {
  const { argChoices: choices = [], parseArg } = taker;
  taker.parseArg = <T>(word: string, before: T): T => {
    if (!choices.includes(word)) throw new InvalidArgumentError(allowed(word, choices));
    return parseArg === undefined ? (word as T) : parseArg(word, before);
  };
}

function allowed(word: string, choices: readonly string[]): string {
  const meant = closest(word, choices);
  const all = `It is one of: ${choices.join(', ')}.`;
  return meant === undefined ? all : `${all}\n(Did you mean ${meant}?)`;
}
