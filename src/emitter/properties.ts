import type { Arg, Value } from './args';

/** A property as a person reads it: nested names dotted, the value as text, nothing escaped. */
export interface Property {
  readonly name: string;
  readonly value: string;
}

/** The head of an option - its value without a name - and its properties; the same whether it is written as JSON or not. */
export function propertiesOf(arg: Arg): Property[] {
  switch (arg.form) {
    case 'flag':
      return [];
    case 'text':
      return [{ name: '', value: arg.value }];
    case 'words':
      return arg.words.map((value) => ({ name: '', value }));
    case 'pairs':
      return arg.value.flatMap(([name, value]) => flat(name, value));
    case 'keyval':
      return [...head(arg.head), ...members('', arg.value)];
    case 'chardev':
      return [...head(arg.backend), ...members('', arg.value)];
    default:
      return members('', arg.value);
  }
}

/** The option that a word of the command line starts with: `-device`. */
export function optionOf(arg: Arg): string {
  if ('option' in arg) return arg.option;
  return arg.form === 'words' ? (arg.words[0] ?? '') : `-${arg.form}`;
}

function head(value: string | undefined): Property[] {
  return value === undefined ? [] : [{ name: '', value }];
}

function members(prefix: string, value: object): Property[] {
  return Object.entries(value).flatMap(([name, member]: [string, Value]) =>
    flat(prefix === '' ? name : `${prefix}.${name}`, member),
  );
}

function flat(name: string, value: Value): Property[] {
  if (value === undefined) return [];
  if (value === null) return [{ name, value: '' }];
  if (typeof value === 'boolean') return [{ name, value: value ? 'on' : 'off' }];
  if (typeof value !== 'object') return [{ name, value: String(value) }];
  if (Array.isArray(value)) return value.flatMap((item: Value, index) => flat(`${name}.${index}`, item));
  return members(name, value);
}
