/** Where something stands in the XML. `of('source/@file')` gives the place of a part, or this one if it is absent. */
export interface Place {
  /** 1-based line. */
  readonly line: number;
  /** 1-based column, counted in UTF-16 code units. */
  readonly column: number;
  /** The path of the node for a person: `devices/disk[2]/address/@unit`. */
  readonly path: string;
  /** How many steps the path has: to be asked of a place whose path nobody reads. */
  readonly depth: number;
  /** The place of a descendant by element and attribute steps. Costs nothing until it is called. */
  of(path: string): Place;
}
