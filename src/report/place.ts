/** Ties a property to the attribute behind it: both have the place of the value. */
export const placeAttribute = ({ line, column }: { readonly line: number; readonly column: number }) =>
  `data-at=${line}:${column}`;
