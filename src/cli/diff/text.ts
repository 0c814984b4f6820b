import type { Paint } from '../../diagnostics/paint';
import { visible } from '../../diagnostics/report';
import type { Difference } from '../../differ';
import type { NamedSide } from './sides';

const MARKS = { changed: '~', added: '+', removed: '-' } as const;

/** The differences for a person: a paragraph for each device, a line for each property, a count at the end. */
export function diffText(
  [from, to]: readonly [NamedSide, NamedSide],
  differences: readonly Difference[],
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string {
  const lines = [
    paint.removed(`--- ${visible(title(from))}`),
    paint.added(`+++ ${visible(title(to))}`),
    ...differences.flatMap((one, index) => [
      ...(one.key === differences[index - 1]?.key && one.option !== undefined ? [] : [head(one, paint)]),
      ...body(one, width, paint),
    ]),
    summary(differences),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function title({ name, qemu }: NamedSide): string {
  return qemu === undefined ? name : `${name}, QEMU ${qemu}`;
}

export function summary(differences: readonly Difference[]): string {
  const guest = differences.filter((one) => one.guest).length;
  const { length } = differences;
  if (length === 0) return 'no differences';
  const noticed = guest === 0 ? 'none that the guest notices' : `${guest} that the guest notices`;
  return `${length} difference${length === 1 ? '' : 's'}: ${noticed}`;
}

function head(one: Difference, paint: Paint): string {
  const { title: name, fromLine, toLine, option, change } = one;
  const lines = [...new Set([fromLine, toLine])].filter((line) => line !== undefined);
  const place = lines.length === 0 ? '' : paint.faint(` (line ${lines.join(', now ')})`);
  const mark =
    option === undefined ? `${paint[change](MARKS[change])} ${paintedSide(one, paint).trimEnd()} ` : '';
  return `${mark}${paint.strong(visible(name))}${place}`;
}

function body(one: Difference, width: number, paint: Paint): string[] {
  if (one.option === undefined) return group(one, paint);
  const what = visible(one.property === undefined ? one.option : `${one.option} ${one.property}`.trim());
  const start = `  ${MARKS[one.change]} ${side(one)} ${what}`;
  const painted = `  ${paint[one.change](MARKS[one.change])} ${paintedSide(one, paint)} ${what}`;
  const [from, to] = [one.from, one.to].map((value) => value && visible(value));
  const values = from === undefined ? (to ?? '') : to === undefined ? from : `${from} -> ${to}`;
  const note = one.note === undefined ? [] : [`      ${paint.faint(one.note)}`];
  if (values === '') return [painted, ...note];
  if (start.length + 2 + values.length <= width) return [`${painted}: ${values}`, ...note];
  return [
    painted,
    ...(from === undefined ? [] : [paint.removed(`      - ${from}`)]),
    ...(to === undefined ? [] : [paint.added(`      + ${to}`)]),
    ...note,
  ];
}

/** A device that came or went, with its options. */
function group({ from, to, change }: Difference, paint: Paint): string[] {
  const options = (to ?? from ?? '').split('\n');
  return options.map((option) => paint[change](`  ${MARKS[change]} ${visible(option)}`));
}

function side({ guest }: Difference): string {
  return guest ? 'guest' : 'host ';
}

function paintedSide(one: Difference, paint: Paint): string {
  return one.guest ? paint.warning(side(one)) : paint.faint(side(one));
}
