import { visible } from '../diagnostics/report';
import type { Compared } from '../launcher/realized';

const MARKS = { equal: '=', differs: '!', unknown: '?' } as const;

/** Each thing on a line: what it is about, whether QEMU has it, and what was planned. The last line counts. */
export function verifiedText(qemu: string, compared: readonly Compared[]): string {
  const width = (key: 'subject' | 'what') => Math.max(...compared.map((one) => one[key].length));
  const [subjects, properties] = [width('subject'), width('what')];
  const lines = compared.map(
    (one) =>
      `${one.subject.padEnd(subjects)}  ${one.what.padEnd(properties)} ${MARKS[one.state]} ${valueOf(one)}`,
  );
  return `${lines.map((line) => `${visible(line)}\n`).join('')}\n${summary(qemu, compared)}\n`;
}

function valueOf({ planned, realized, state }: Compared): string {
  if (state === 'equal') return planned;
  if (state === 'unknown') return `${planned} (QEMU does not tell)`;
  return `planned ${planned}, QEMU has ${realized ?? 'no such device'}`;
}

function summary(qemu: string, compared: readonly Compared[]): string {
  const count = (state: Compared['state']) => compared.filter((one) => one.state === state).length;
  const [differs, unknown] = [count('differs'), count('unknown')];
  const parts = [
    differs === 0 ? 'all as planned' : `${differs} of ${compared.length} differ from the plan`,
    ...(unknown === 0 ? [] : [`${unknown} not told`]),
  ];
  return `QEMU ${qemu}, asked for ${compared.length} things: ${parts.join(', ')}.`;
}
