/** How many CPUs or nodes a list can name (libvirt src/conf/domain_conf.h VIR_DOMAIN_CPUMASK_LEN). */
export const NUMBERS = 16_384;

/** `0-3,^2,7` -> sorted numbers; undefined where the text is no such list (libvirt virBitmapParse). */
export function parseNumberSet(text: string): number[] | undefined {
  const parts = text.split(',').map(parsePart);
  if (parts.some((part) => part === undefined)) return undefined;
  const named = new Uint8Array(NUMBERS);
  let end = 0;
  for (const part of parts) {
    if (part === undefined) continue;
    named.fill(part.taken ? 1 : 0, part.first, part.last + 1);
    end = Math.max(end, part.last + 1);
  }
  const numbers: number[] = [];
  for (let n = 0; n < end; n++) if (named[n] === 1) numbers.push(n);
  return numbers;
}

function parsePart(text: string): { taken: boolean; first: number; last: number } | undefined {
  const match = /^(\^?)(\d+)(?:-(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const first = Number(match[2]);
  const last = match[3] === undefined ? first : Number(match[3]);
  return last < first || last >= NUMBERS ? undefined : { taken: match[1] !== '^', first, last };
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
