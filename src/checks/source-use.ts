/** How a device uses its source. */
export interface SourceUse {
  /** Others may write to it, too. */
  readonly shared: boolean;
  readonly reads: boolean;
}

/** Two uses of one source, or of a part of it, by one guest or by two: readers go together, and those that share. */
export function goTogether(a: SourceUse, b: SourceUse): boolean {
  return (a.reads && b.reads) || (a.shared && b.shared);
}
