import type { Option } from 'commander';

/** More words than a help has room for; the completion has them all. */
const FEW = 8;

/** What an option is for, with the words that it takes: `how disks are written (drive, blockdev; default: drive)`. */
export function describeOption({ description, argChoices = [], defaultValue }: Option): string {
  // Where the default depends on something the description has it.
  const [, text = description, said] = /^(.*) \((default: .*)\)$/.exec(description) ?? [];
  const fallback = typeof defaultValue === 'string' ? `default: ${defaultValue}` : said;
  const few = argChoices.length > 0 && argChoices.length <= FEW ? argChoices.join(', ') : undefined;
  const more = [few, fallback].filter((part) => part !== undefined).join('; ');
  return more === '' ? text : `${text} (${more})`;
}
