import type { Place } from '../model/place';

/** The first of these paths that the XML has, and its place; undefined where it has none of them. */
export function writtenPath(
  at: Place,
  paths: readonly string[],
): { readonly path: string; readonly place: Place } | undefined {
  for (const path of paths) {
    const place = at.of(path);
    if (leadsTo(place, at, path)) return { path, place };
  }
  return undefined;
}

/** `of` gives as much of a path as is there: all of it, if the last step is in the place's own path. */
function leadsTo(place: Place, at: Place, path: string): boolean {
  return place !== at && place.depth === at.depth + path.split('/').length;
}
