import type { Paint } from '../diagnostics/paint';
import { visible } from '../diagnostics/report';
import type { Compared } from '../launcher/realized';
import { wrapWords } from '../renderer/explain/wrap';

export interface VerifiedView {
  /** Columns that values are broken to. */
  readonly width: number;
  readonly paint: Paint;
}

const MARKS = { equal: '=', differs: '!', unknown: '?' } as const;
const LOOKS = { equal: 'added', differs: 'error', unknown: 'faint' } as const;

/** Each thing on a line: what it is about, whether QEMU has it, and what was planned. The last line counts. */
export function verifiedText(qemu: string, compared: readonly Compared[], view: VerifiedView): string {
  const widest = (key: 'subject' | 'what') => Math.max(...compared.map((one) => one[key].length));
  const widths = { subject: widest('subject'), what: widest('what') };
  const lines = compared.flatMap((one) => linesOf(one, widths, view));
  return `${lines.map((line) => `${line}\n`).join('')}\n${summary(qemu, compared, view)}\n`;
}

function linesOf(
  one: Compared,
  widths: { readonly subject: number; readonly what: number },
  { width, paint }: VerifiedView,
): string[] {
  const name = visible(`${one.subject.padEnd(widths.subject)}  ${one.what.padEnd(widths.what)}`);
  const room = Math.max(width - name.length - 3, 20);
  const look = paint[LOOKS[one.state]];
  const [first = '', ...more] = wrapWords(visible(valueOf(one)), room);
  const painted = (text: string) => (one.state === 'equal' ? text : look(text));
  const below = ' '.repeat(name.length + 3);
  return [
    `${name} ${look(MARKS[one.state])} ${painted(first)}`,
    ...more.map((line) => below + painted(line)),
  ];
}

function valueOf({ planned, realized, state }: Compared): string {
  if (state === 'equal') return planned;
  if (state === 'unknown') return `${planned} (QEMU does not tell)`;
  return `planned ${planned}, QEMU has ${realized ?? 'no such device'}`;
}

function summary(qemu: string, compared: readonly Compared[], { width, paint }: VerifiedView): string {
  const count = (state: Compared['state']) => compared.filter((one) => one.state === state).length;
  const [differs, unknown] = [count('differs'), count('unknown')];
  const parts = [
    differs === 0 ? 'all as planned' : `${differs} of ${compared.length} differ from the plan`,
    ...(unknown === 0 ? [] : [`${unknown} not told`]),
  ];
  const text = `QEMU ${qemu}, asked for ${compared.length} things: ${parts.join(', ')}.`;
  const look = differs === 0 ? paint.added : paint.error;
  return wrapWords(text, width)
    .map((line) => look(line))
    .join('\n');
}
