import type { Property } from '../../emitter/properties';
import type { Argument } from '../argument';
import { chardevProperties, parseJson } from './json';
import { parseKeyval } from './keyval';
import { FIRST_NAMES, FLAGS, SAME_OPTION, TEXTS } from './options';

/** The words of a command line, without the program -> its options. */
export function parseArguments(words: readonly string[]): Argument[] {
  const found: Argument[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '-') {
      found.push({ option: '', properties: [{ name: '', value: word }] });
      continue;
    }
    const option = word.startsWith('--') ? word.slice(1) : word;
    const value = FLAGS.has(option) ? undefined : words[at + 1];
    if (value !== undefined) at += 1;
    found.push(...parseOption(option, value));
  }
  return found;
}

/** One option; what older releases said in another place is put where newer ones say it. */
export function parseOption(written: string, value: string | undefined): Argument[] {
  const option = SAME_OPTION[written] ?? written;
  if (written === '-enable-kvm') return [{ option, properties: [{ name: 'accel', value: 'kvm' }] }];
  if (value === undefined) return [{ option, properties: [] }];
  const properties = propertiesOf(option, value);
  if (option === '-machine') return machine(properties);
  if (option === '-global') return [{ option, properties: globalProperties(properties) }];
  return [{ option, properties: option === '-cpu' ? properties.map(feature) : properties }];
}

function propertiesOf(option: string, value: string): Property[] {
  if (TEXTS.has(option)) return [{ name: '', value }];
  const json = value.startsWith('{') ? parseJson(value) : undefined;
  if (json === undefined) return parseKeyval(value, FIRST_NAMES[option] ?? '');
  return option === '-chardev' ? chardevProperties(json) : json;
}

/** What has been an option of its own in some releases and a property of -machine in others is the option here. */
function machine(properties: readonly Property[]): Argument[] {
  return [
    { option: '-machine', properties: properties.filter(({ name }) => !MOVED.has(name)) },
    ...properties.flatMap(moved),
  ];
}

const MOVED: ReadonlySet<string> = new Set(['accel', 'acpi', 'hpet']);

/** ACPI and the HPET are there unless it is said that they are not. */
function moved({ name, value }: Property): Argument[] {
  if (name === 'accel') return [{ option: '-accel', properties: [{ name, value }] }];
  return MOVED.has(name) && value === 'off' ? [{ option: `-no-${name}`, properties: [] }] : [];
}

/** `+aes` and `-aes` are the older form of `aes=on` and `aes=off`. */
function feature({ name, value }: Property): Property {
  if (!/^[+-]/.test(name) || value !== 'on') return { name, value };
  return { name: name.slice(1), value: name.startsWith('+') ? 'on' : 'off' };
}

/** `driver=D,property=P,value=V` is the longer form of `D.P=V`. */
function globalProperties(properties: readonly Property[]): readonly Property[] {
  const of = (wanted: string) => properties.find(({ name }) => name === wanted)?.value;
  const [driver, property, value] = [of('driver'), of('property'), of('value')];
  if (driver === undefined || property === undefined || value === undefined) return properties;
  return [{ name: `${driver}.${property}`, value }];
}
