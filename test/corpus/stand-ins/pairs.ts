export type Pair = readonly [key: string, value: string | undefined];

/** `a=b,c` with commas doubled in values -> pairs. */
export function pairs(word: string): Pair[] {
  return (word.match(/(?:[^,]|,,)+/g) ?? []).map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [part, undefined] : [part.slice(0, at), part.slice(at + 1)];
  });
}

export function joined(list: readonly Pair[]): string {
  return list.map(([key, value]) => (value === undefined ? key : `${key}=${value}`)).join(',');
}
