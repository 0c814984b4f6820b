import { closest } from '../diagnostics/closest';

/**
 * Checks that a JSON value has the shape of a type. A shape names every property of its type, so that one added to the
 * contract and forgotten here does not compile.
 */

/** Takes what is wrong: `$.scsi[2].hctl.host` and what belongs there. */
export type Fault = (path: string, problem: string) => void;

/** Whether a value is a T; what is wrong goes to `fault`. */
export type Guard<T> = (value: unknown, path: string, fault: Fault) => value is T;

export type Shape<T> = { readonly [K in keyof T]-?: Guard<T[K]> };

export const text = matching(/^[^\0]*$/, 'text without NUL');

export const absolutePath = matching(/^\/[^\0]*$/, 'an absolute path');

export function matching(pattern: RegExp, expected: string): Guard<string> {
  return (value, path, fault): value is string =>
    holds(typeof value === 'string' && pattern.test(value), value, path, expected, fault);
}

/** A count or a size: what JSON numbers can hold exactly. */
export const count: Guard<number> = (value, path, fault): value is number =>
  holds(
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
    value,
    path,
    'a whole number from 0',
    fault,
  );

/** A number that may be negative. */
export const integer: Guard<number> = (value, path, fault): value is number =>
  holds(Number.isSafeInteger(value), value, path, 'a whole number', fault);

export const flag: Guard<boolean> = (value, path, fault): value is boolean =>
  holds(typeof value === 'boolean', value, path, 'true or false', fault);

/** One of the words of a union; a word of the union that is left out does not compile. */
export function word<T extends string>(words: Readonly<Record<T, true>>): Guard<T> {
  const known = Object.keys(words);
  return (value, path, fault): value is T =>
    holds(typeof value === 'string' && known.includes(value), value, path, known.join(', '), fault);
}

export function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value, path, fault): value is T | undefined => value === undefined || guard(value, path, fault);
}

export function list<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value, path, fault): value is readonly T[] => {
    if (!Array.isArray(value)) return holds(false, value, path, 'a list', fault);
    return all(value.map((item, index) => guard(item, `${path}[${index}]`, fault)));
  };
}

/** An object used as a table: any key. */
export function table<T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value, path, fault): value is Readonly<Record<string, T>> => {
    if (!isObject(value)) return holds(false, value, path, 'an object', fault);
    return all(Object.entries(value).map(([key, item]) => guard(item, member(path, key), fault)));
  };
}

export function object<T>(shape: Shape<T>): Guard<T> {
  const guards = new Map<string, Guard<unknown>>(Object.entries(shape));
  return (value, path, fault): value is T => {
    if (!isObject(value)) return holds(false, value, path, 'an object', fault);
    const known = [...guards].map(([key, guard]) => guard(own(value, key), member(path, key), fault));
    const strange = Object.keys(value).filter((key) => !guards.has(key));
    for (const key of strange) fault(member(path, key), `is not known; ${instead(key, [...guards.keys()])}`);
    return all(known) && strange.length === 0;
  };
}

function instead(key: string, known: readonly string[]): string {
  const meant = closest(key, known);
  return meant === undefined ? `known here: ${known.join(', ')}` : `did you mean ${meant}?`;
}

/** Either shape; what is said is what the second one misses. */
export function either<A, B>(first: Guard<A>, second: Guard<B>): Guard<A | B> {
  return (value, path, fault): value is A | B =>
    first(value, path, () => undefined) || second(value, path, fault);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only what the file says: `toString` is not a property of it. */
function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function all(results: readonly boolean[]): boolean {
  return !results.includes(false);
}

function holds(condition: boolean, value: unknown, path: string, expected: string, fault: Fault): boolean {
  if (!condition)
    fault(path, value === undefined ? `is missing: ${expected}` : `is ${shown(value)}, not ${expected}`);
  return condition;
}

/** Short, and never deep: the value comes from anywhere. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? JSON.stringify(cut(value)) : cut(String(value));
}

/** Where a member is, for messages: `$.scsi`, or `$["a key"]`. */
export function member(path: string, key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(cut(key))}]`;
}

function cut(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}...` : value;
}
