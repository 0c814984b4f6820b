/**
 * A property's value. `undefined` means: not on the command line; `null` is JSON's, and between commas a name alone, as
 * -cpu has them.
 */
export type Value = string | number | bigint | boolean | null | Properties | readonly Value[] | undefined;

/** Properties in the order in which they are written, named as in QEMU. */
export interface Properties {
  readonly [name: string]: Value;
}

/**
 * One option of the command line.
 * - `flag`: `-S`
 * - `text`: `-uuid 1234`, `-append ...`: the value as it is
 * - `keyval`: always `a=b,c=d`; `head` is a first value without a name: `-machine q35,usb=off`
 * - `pairs`: as `keyval`, for an option that takes a name more than once: `-spice tls-channel=main,tls-channel=inputs`
 * - `chardev`: a back end and its words; JSON groups and names them differently
 * - `object`, `device`, `netdev`, `blockdev`, `audiodev`: JSON or keyval, as the QEMU version and the profile say
 */
export type Arg =
  | { readonly form: 'flag'; readonly option: string }
  | { readonly form: 'text'; readonly option: string; readonly value: string }
  | {
      readonly form: 'keyval';
      readonly option: string;
      readonly head?: string | undefined;
      readonly value: Properties;
    }
  | {
      readonly form: 'pairs';
      readonly option: string;
      readonly value: readonly (readonly [string, Value])[];
    }
  | {
      readonly form: 'chardev';
      readonly backend: string;
      readonly value: Properties & { readonly id: string };
    }
  | { readonly form: 'object' | 'device' | 'netdev' | 'blockdev' | 'audiodev'; readonly value: Properties }
  | { readonly form: 'words'; readonly words: readonly string[] };

export const flag = (option: string): Arg => ({ form: 'flag', option });
export const text = (option: string, value: string): Arg => ({ form: 'text', option, value });
export const keyval = (option: string, value: Properties, head?: string): Arg => ({
  form: 'keyval',
  option,
  head,
  value,
});
export const pairs = (option: string, value: readonly (readonly [string, Value])[]): Arg => ({
  form: 'pairs',
  option,
  value,
});
/** `-object`: `qom-type` and `id` come first. */
export const object = (value: Properties & { readonly 'qom-type': string; readonly id: string }): Arg => ({
  form: 'object',
  value,
});
/** `-device`: `driver` comes first. */
export const device = (value: Properties & { readonly driver: string }): Arg => ({ form: 'device', value });
/** `-netdev`: `type` comes first. */
export const netdev = (value: Properties & { readonly type: string; readonly id: string }): Arg => ({
  form: 'netdev',
  value,
});
export const blockdev = (value: Properties & { readonly driver: string }): Arg => ({
  form: 'blockdev',
  value,
});
export const audiodev = (value: Properties & { readonly id: string; readonly driver: string }): Arg => ({
  form: 'audiodev',
  value,
});
export const drive = (value: Properties): Arg => keyval('-drive', value);
export const chardev = (backend: string, value: Properties & { readonly id: string }): Arg => ({
  form: 'chardev',
  backend,
  value,
});
/** Words that the user wrote and that are passed on as they are. */
export const words = (...list: string[]): Arg => ({ form: 'words', words: list });
