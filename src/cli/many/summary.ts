import { basename } from 'node:path';
import { visible } from '../../diagnostics/report';
import { STATUS } from '../status';

/** More names than any line holds are not kept. */
const NAMES = 20;

interface Named {
  count: number;
  readonly names: string[];
}

/** What became of many files, counted. */
export class Tally {
  done = 0;
  warned = 0;
  readonly refused: Named = { count: 0, names: [] };
  readonly failed: Named = { count: 0, names: [] };

  add({ file, status, warned }: { file: string; status: number; warned: boolean }): void {
    if (status === STATUS.done) {
      this.done++;
      if (warned) this.warned++;
      return;
    }
    const named = status === STATUS.refused ? this.refused : this.failed;
    named.count++;
    if (named.names.length < NAMES) named.names.push(visible(file));
  }

  get errors(): number {
    return this.refused.count + this.failed.count;
  }

  get all(): number {
    return this.done + this.errors;
  }
}

/**
 * `998 converted, 2 refused (db7.xml, web3.xml), 3 with warnings, 1.2 s`: with as many names as the width takes, and their
 * folders where there is room.
 * `done` is the word for those that went well.
 */
export function summaryLine(tally: Tally, done: string, seconds: number, width: number): string {
  for (const name of [(file: string) => file, (file: string) => basename(file)])
    for (let names = NAMES; names > 0; names--) {
      const line = written(tally, done, seconds, names, name);
      if (line.length <= width) return line;
    }
  return written(tally, done, seconds, 0);
}

function written(
  tally: Tally,
  done: string,
  seconds: number,
  most: number,
  name = (file: string) => file,
): string {
  return [
    `${tally.done === 0 ? 'none' : tally.done} ${done}`,
    counted(tally.refused, 'refused', most, name),
    counted(tally.failed, 'failed', most, name),
    tally.warned === 0 ? undefined : `${tally.warned} with warnings`,
    `${seconds.toFixed(1)} s`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

function counted(
  { count, names }: Named,
  word: string,
  most: number,
  name: (file: string) => string,
): string | undefined {
  if (count === 0) return undefined;
  const shown = names.slice(0, most).map(name);
  const more = count > shown.length ? [`${count - shown.length} more`] : [];
  return `${count} ${word}${shown.length === 0 ? '' : ` (${[...shown, ...more].join(', ')})`}`;
}
