export const NAME_START = 2;
/** By character, as `nameRole` says it (Namespaces in XML: NCName, in ASCII). */
const NAME = new Uint8Array(128);
const assign = (characters: string, role: number) => {
  for (let i = 0; i < characters.length; i++) NAME[characters.charCodeAt(i)] = role;
};
assign('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_', NAME_START);
assign('0123456789.-', 1);

/** What a character can do in a name: nothing (0), go on (1), or begin (NAME_START). */
export function nameRole(code: number): number {
  return code < NAME.length ? (NAME[code] ?? 0) : 0;
}

/** A name without its prefix. */
export function localPart(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The prefix of a name; empty where there is none. */
export function prefixOf(name: string): string {
  return name.slice(0, Math.max(name.indexOf(':'), 0));
}

/** Names that were met before, by what is cheap to know of one: guests have a few hundred, over and over. */
const names: (string | undefined)[] = new Array<undefined>(1024).fill(undefined);

/** No element or attribute of libvirt's comes near; a batch is not to keep what anybody makes up. */
const LONGEST_KEPT = 64;

/** The name that stands there, the same string each time. */
export function knownName(text: string, start: number, end: number): string {
  const middle = (start + end) >> 1;
  const slot =
    (text.charCodeAt(start) * 37 +
      text.charCodeAt(middle) * 211 +
      text.charCodeAt(end - 1) * 5 +
      (end - start) * 131) &
    (names.length - 1);
  const known = names[slot];
  if (known !== undefined && known.length === end - start && text.startsWith(known, start)) return known;
  const name = keyOf(text.slice(start, end));
  if (name.length <= LONGEST_KEPT) names[slot] = name;
  return name;
}

/** The same name as V8 keeps those of properties, which it compares by address; a slice would keep the whole text, too. */
function keyOf(name: string): string {
  return Object.keys({ [name]: true })[0] ?? name;
}
