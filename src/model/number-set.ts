/** `0-3,^2,7` -> sorted numbers; undefined where the text is no such list (libvirt virBitmapParse). */
export function parseNumberSet(text: string): number[] | undefined {
  const found = new Set<number>();
  for (const part of text.split(',').map((word) => word.trim())) {
    const match = /^(\^?)(\d+)(?:-(\d+))?$/.exec(part);
    if (!match) return undefined;
    const first = Number(match[2]);
    const last = match[3] === undefined ? first : Number(match[3]);
    if (last < first || last >= 65_536) return undefined;
    for (let n = first; n <= last; n++) {
      if (match[1] === '^') found.delete(n);
      else found.add(n);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Sorted numbers -> `['0-3', '7']`. */
export function rangesOf(numbers: readonly number[]): string[] {
  const ranges: { first: number; last: number }[] = [];
  for (const n of numbers) {
    const open = ranges.at(-1);
    if (open?.last === n - 1) open.last = n;
    else ranges.push({ first: n, last: n });
  }
  return ranges.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`));
}
