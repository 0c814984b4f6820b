import { parseVersion } from '../qemu/version';
import { COLOR, CONVERSION_OPTIONS, OUTPUT, type ConversionOption } from './conversion-options';
import type { ConvertCommandOptions } from './convert-options';

export interface PlainArguments {
  readonly files: readonly string[];
  readonly options: ConvertCommandOptions;
}

/**
 * What the arguments of a conversion say where they are plain: files, and options each with a value that it can have, as
 * commander would read them. Undefined: commander is to look, which knows what is rare, and says what is wrong. To load
 * it and tell it of all options is a twelfth of the time of a conversion.
 */
export function plainArguments(args: readonly string[]): PlainArguments | undefined {
  const words = args[0] === 'convert' ? args.slice(1) : args;
  const files: string[] = [];
  const values = new Map<string, string | true>(CHOICES.map(({ name, fallback }) => [name, fallback]));
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '' || word === 'convert') return undefined;
    if (word === '-' || !word.startsWith('-')) {
      // Standard input is one guest: commander's side says so.
      if (word === '-' && files.includes(word)) return undefined;
      files.push(word);
      continue;
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const option = optionOf(equals < 0 ? word : word.slice(0, equals));
    if (option?.kind === 'flag' && equals < 0) values.set(option.name, true);
    else if (option?.kind === 'text') {
      const value = equals < 0 ? words[++at] : word.slice(equals + 1);
      if (!isPlain(value, option)) return undefined;
      values.set(option.name, value);
    } else return undefined;
  }
  const options: object = Object.fromEntries(values);
  return { files, options };
}

const CHOICES = [OUTPUT, COLOR];
const OPTIONS: readonly ConversionOption[] = [...CONVERSION_OPTIONS, ...CHOICES];

const optionOf = (flag: string) =>
  flag.length > 1 ? OPTIONS.find(({ flags }) => flags.split(/,? /).includes(flag)) : undefined;

function isPlain(value: string | undefined, { name, choices }: ConversionOption): value is string {
  if (value === undefined || value === '' || value.startsWith('-')) return false;
  if (name === 'qemuVersion') return parseVersion(value) !== undefined;
  return choices === undefined || choices.includes(value);
}
