import { InvalidArgumentError, type Command, type Option } from 'commander';
import { closest } from '../../diagnostics/closest';

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
