/** What a property of QEMU's is, and where domain XML says it. */
export interface PropertyFacts {
  /** What it is, in a few words. */
  readonly about: string;
  /** Below the element of the device, or of the domain for a part of the guest: `address/@target`. The first that is there. */
  readonly paths?: readonly string[];
  /** How it came about where the XML does not say it. */
  readonly otherwise?: string;
}

/** By QEMU's name; the head of an option has an empty one. */
export type PropertyTable = Readonly<Record<string, PropertyFacts>>;

export const fact = (
  about: string,
  path?: string | readonly string[],
  otherwise?: string,
): PropertyFacts => ({
  about,
  ...(path === undefined ? {} : { paths: typeof path === 'string' ? [path] : path }),
  ...(otherwise === undefined ? {} : { otherwise }),
});
