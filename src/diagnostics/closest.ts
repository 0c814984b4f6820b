/**
 * The known word that somebody who wrote `word` may have meant: as few letters wrong, missing, too many or exchanged as
 * possible, and no more than a third of them. Undefined where nothing comes close.
 */
export function closest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const mistakes = distance(wanted, candidate.toLowerCase(), least);
    if (mistakes >= least) continue;
    least = mistakes;
    best = candidate;
  }
  return best;
}

/** Damerau-Levenshtein, optimal string alignment: each letter is touched once. `limit` where it is as much or more. */
function distance(a: string, b: string, limit: number): number {
  let twoBefore: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  let lowestBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let lowest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + Number(!same));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (twoBefore[j - 2] ?? 0) + 1);
      row.push(least);
      lowest = Math.min(lowest, least);
    }
    // What follows is made of these two rows alone, and only grows.
    if (lowest >= limit && lowestBefore >= limit) return limit;
    lowestBefore = lowest;
    twoBefore = before;
    before = row;
  }
  return before[b.length] ?? 0;
}
