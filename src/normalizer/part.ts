/** What an attribute is to hold; undefined: nothing is to be written. */
export type Value = string | number | undefined;

/**
 * An element as the guest is to have it. Where the file has the element already, only what is missing in it is added;
 * where it has none, it is written as it stands here.
 */
export interface Part {
  readonly name: string;
  /** In the order in which they are written. */
  readonly attributes: Readonly<Record<string, Value>>;
  /** What was decided against the file, such as port 0 for any port: these attributes replace what is written. */
  readonly decided?: readonly string[] | undefined;
  /** Attributes and children that the file may have and that were moved to another element. */
  readonly without?: readonly string[] | undefined;
  /** The attribute that tells it from others of its name; without one, the first is the first. */
  readonly key?: string | undefined;
  readonly children: readonly Part[];
  /** The text of an element without children. */
  readonly text?: string | undefined;
}

type Optional = Part | undefined | false;

export function part(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  children: readonly Optional[] = [],
): Part {
  return { name, attributes, children: children.filter((child) => child !== undefined && child !== false) };
}

/** An element that holds text; none for no text. */
export function textPart(
  name: string,
  text: Value,
  attributes: Readonly<Record<string, Value>> = {},
): Part | undefined {
  return text === undefined ? undefined : { name, attributes, children: [], text: String(text) };
}

/** The element, unless nothing would be in it. */
export function filled(given: Part): Part | undefined {
  const empty =
    given.children.length === 0 &&
    given.text === undefined &&
    Object.values(given.attributes).every((value) => value === undefined);
  return empty ? undefined : given;
}

/** A yes or no of libvirt's. */
export function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'yes' : 'no';
}

/** `0x001f`, with so many digits at least. */
export function hex(value: number | undefined, digits: number): string | undefined {
  return value === undefined ? undefined : `0x${value.toString(16).padStart(digits, '0')}`;
}
