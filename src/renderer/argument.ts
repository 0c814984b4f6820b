import type { Arg, Properties, Value } from '../emitter/args';
import { hex } from '../model/number';
import { chardevBackend } from './chardev-backend';

/** Which options that QEMU version reads as JSON, in this profile. */
export interface JsonForms {
  readonly object: boolean;
  readonly device: boolean;
  readonly netdev: boolean;
  readonly blockdev: boolean;
  readonly audiodev: boolean;
  readonly chardev: boolean;
}

/** The option's first value has no name: `-device scsi-hd,...`, `-netdev user,...`, `-object iothread,...`. */
const HEAD: Readonly<Record<Exclude<keyof JsonForms, 'chardev'>, string>> = {
  object: 'qom-type',
  device: 'driver',
  netdev: 'type',
  blockdev: 'driver',
  audiodev: 'driver',
};

/**
 * Turns one argument into the words that QEMU gets, and its values into text. `late`: a device that must
 * be JSON, whatever the profile says.
 */
export function renderArg(arg: Arg, json: JsonForms, late = false): string[] {
  switch (arg.form) {
    case 'flag':
      return [arg.option];
    case 'text':
      return [arg.option, arg.value];
    case 'words':
      return [...arg.words];
    case 'keyval':
      return [arg.option, keyval(arg.value, arg.head)];
    case 'chardev':
      return ['-chardev', json.chardev ? jsonText(chardevBackend(arg)) : keyval(arg.value, arg.backend)];
    case 'pairs':
      return [
        arg.option,
        arg.value
          .map(([name, value]) => keyval({ [name]: value }))
          .filter((part) => part !== '')
          .join(','),
      ];
    default:
      return [
        `-${arg.form}`,
        json[arg.form] || late || needsJson(arg)
          ? jsonText(arg.value)
          : withHead(textOf(arg), HEAD[arg.form]),
      ];
  }
}

/**
 * -object reads structures as JSON only (QEMU softmmu/vl.c, object_option_parse), and -device lists of them too: between
 * commas it takes single values alone (QEMU system/qdev-monitor.c, QemuOpts).
 */
export function needsJson({ form, value }: Arg & { readonly value: Properties }): boolean {
  if (form === 'object') return Object.values(value).some(isStructure);
  if (form !== 'device') return false;
  for (const name in value) if (typeof value[name] === 'object' && value[name] !== null) return true;
  return false;
}

/** How many digits of numbers that people know in hexadecimal, as domain XML has them (libvirt <address>). */
const HEX: Readonly<Record<string, number>> = { reg: 8, iobase: 1, irq: 1 };
const IN_HEX = Object.keys(HEX);

function textOf({ form, value }: Arg & { readonly value: Properties }): Properties {
  if (form === 'object') return withRanges(value);
  if (form !== 'device' || !IN_HEX.some((name) => name in value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const digits = HEX[name];
      const isHex = digits !== undefined && typeof member === 'number';
      return [name, isHex ? `0x${hex(member, digits)}` : member];
    }),
  );
}

/** -object takes a list of numbers as ranges, its option repeated: host-nodes=0-2,host-nodes=5 (qapi/opts-visitor.c). */
function withRanges(value: Properties): Properties {
  if (!Object.values(value).some(isNumbers)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, isNumbers(member) ? ranges(member) : member]),
  );
}

function isNumbers(value: Value): value is readonly number[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'number');
}

function ranges(numbers: readonly number[]): { readonly str: string }[] {
  const starts = numbers.filter((number, index) => number - 1 !== numbers[index - 1]);
  const ends = numbers.filter((number, index) => number + 1 !== numbers[index + 1]);
  return starts.map((start, index) => {
    const end = ends[index] ?? start;
    return { str: end === start ? String(start) : `${start}-${end}` };
  });
}

const isStructure = (value: Value): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON as QEMU reads it: whole numbers of up to 64 bits keep all their digits. */
function jsonText(value: Properties): string {
  try {
    return JSON.stringify(value);
  } catch {
    // A bigint: rare, and the one value that it does not take.
    return exactText(value);
  }
}

function exactText(value: Value): string {
  if (typeof value === 'bigint') return value.toString();
  if (isList(value)) return `[${value.map(exactText).join(',')}]`;
  if (!isStructure(value)) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${exactText(member)}`).join(',')}}`;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

function withHead(value: Properties, key: string): string {
  const head = value[key];
  return keyval(value, typeof head === 'string' ? head : undefined, key);
}

/**
 * `head,a=b,c.d=e`: commas in values doubled, booleans on/off, nested objects dotted, lists numbered (QEMU
 * util/keyval.c). `headed` names the property that the head is.
 */
export function keyval(value: Properties, head?: string, headed?: string): string {
  const parts: string[] = head === undefined ? [] : [escapeCommas(head)];
  for (const key of Object.keys(value)) if (key !== headed) flatten(key, value[key], parts);
  return parts.join(',');
}

function flatten(prefix: string, value: Value, parts: string[]): void {
  if (value === undefined) return;
  if (value === null) {
    parts.push(prefix);
    return;
  }
  if (typeof value !== 'object') parts.push(`${prefix}=${scalar(value)}`);
  else if (isTexts(value)) for (const { str } of value) parts.push(`${prefix}=${escapeCommas(str)}`);
  else if (isList(value)) value.forEach((item, index) => flatten(`${prefix}.${index}`, item, parts));
  else for (const key of Object.keys(value)) flatten(`${prefix}.${key}`, value[key], parts);
}

/** A list of QEMU's `String`s, as in -netdev user,guestfwd=: the option is repeated (QEMU qapi/common.json). */
function isTexts(value: Value): value is readonly { readonly str: string }[] {
  return (
    Array.isArray(value) &&
    value.every((item: Value) => typeof item === 'object' && item !== null && 'str' in item)
  );
}

function scalar(value: string | number | bigint | boolean): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'string' ? escapeCommas(value) : String(value);
}

function escapeCommas(text: string): string {
  return text.includes(',') ? text.replaceAll(',', ',,') : text;
}
