import type { Paint } from '../../diagnostics/paint';
import { fold } from '../../diagnostics/fold';
import { visible } from '../../diagnostics/report';
import type { Difference } from '../../differ';
import { wrapArgument } from '../../renderer/explain/wrap';
import { apart, devicesOf, type Moved } from './moved';
import type { NamedSide } from './sides';

/** A no-break space. */
const TOGETHER = '\u00a0';

const MARKS = { changed: '~', added: '+', removed: '-' } as const;

/** How the differences are shown. */
export interface DiffView {
  readonly width: number;
  readonly paint: Paint;
  /** Each device that only moved has a paragraph, too. */
  readonly verbose?: boolean | undefined;
}

/**
 * The differences for a person: a paragraph for each device, a line for each property, one paragraph for all devices that
 * only moved, a count at the end.
 */
export function diffText(
  [from, to]: readonly [NamedSide, NamedSide],
  differences: readonly Difference[],
  { width, paint, verbose = false }: DiffView,
): string {
  const { rest, moved } = verbose ? { rest: differences, moved: [] } : apart(differences);
  const lines = [
    paint.removed(`--- ${visible(title(from))}`),
    paint.added(`+++ ${visible(title(to))}`),
    ...rest.flatMap((one, index) => [
      ...(one.key === rest[index - 1]?.key && one.option !== undefined ? [] : [head(one, paint)]),
      ...body(one, width, paint),
    ]),
    ...movedLines(moved, { width, paint }),
    summary(differences),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function title({ name, qemu }: NamedSide): string {
  return qemu === undefined ? name : `${name}, QEMU ${qemu}`;
}

function summary(differences: readonly Difference[]): string {
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
  if (one.option === undefined) return group(one, width, paint);
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

/** What moved from where to where, as many on a line as fit. */
function movedLines(moved: readonly Moved[], { width, paint }: DiffView): string[] {
  if (moved.length === 0) return [];
  const count = devicesOf(moved.flat());
  return [
    `${paint.strong(`${count} devices only move`)}${paint.faint(' (--verbose: one by one)')}`,
    ...moved.flatMap((some) => {
      const [{ option, property }] = some;
      // What belongs together stays on one line.
      const moves = some.map(({ key, from, to }) =>
        visible(`${key} ${from} -> ${to}`).replaceAll(' ', TOGETHER),
      );
      return [
        `  ${paint.changed(MARKS.changed)} ${paintedSide(some[0], paint)} ${option} ${property}`,
        ...fold(`      ${moves.join(', ')}`, width)
          .replaceAll(TOGETHER, ' ')
          .split('\n'),
      ];
    }),
    `    ${paint.faint("an <address> keeps a device where it is: see 'domxml2qemu normalize'")}`,
  ];
}

/** A device that came or went, with its options. */
function group({ from, to, change }: Difference, width: number, paint: Paint): string[] {
  const start = `  ${MARKS[change]} `;
  return (to ?? from ?? '').split('\n').flatMap((option) => {
    const [first = '', ...more] = wrapArgument(visible(option), width - start.length, '  ');
    return [start + first, ...more.map((line) => '    ' + line)].map((line) => paint[change](line));
  });
}

function side({ guest }: Difference): string {
  return guest ? 'guest' : 'host ';
}

function paintedSide(one: Difference, paint: Paint): string {
  return one.guest ? paint.warning(side(one)) : paint.faint(side(one));
}
