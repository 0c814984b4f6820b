import type { HostStep } from '../model/decision';
import { file, line, pair, type Setting } from './systemd-file';
import { systemdWord } from './systemd-word';

/** Whether steps leave what is to be taken back, or what QEMU is to find in its environment. */
export function leavesSomething(steps: readonly HostStep[]): boolean {
  return steps.some(({ undo, exports }) => undo !== undefined || exports !== undefined);
}

/** Where the steps' service of a guest writes what they export; %t is /run (systemd.unit(5), "Specifiers"). */
export function environmentFile(steps: readonly HostStep[], base: string): Setting[] {
  return exported(steps).length === 0 ? [] : [['EnvironmentFile', `%t/${base}/environment`]];
}

/**
 * The service that does the host steps, in one shell since a step may need what one before it exported. What they start
 * lives as long as it. Each step that began is marked by a file, so that it is taken back, and no other, however this ends.
 */
export function hostUnit(
  steps: readonly HostStep[],
  {
    guest,
    base,
    folder,
  }: { readonly guest: string; readonly base: string; readonly folder: readonly Setting[] },
): string {
  const done = steps.filter(({ prefix }) => prefix === undefined);
  return file({
    Unit: [
      ['Description', line(`what guest ${guest} needs of the host`)],
      ['StopWhenUnneeded', 'yes'],
    ],
    Service: [
      ['Type', 'oneshot'],
      ['RemainAfterExit', 'yes'],
      ...folder,
      ['RuntimeDirectory', base],
      ['RuntimeDirectoryMode', '0700'],
      // A service of the system has none, and `~` means it.
      ['Environment', 'HOME=%h'],
      ...(exported(steps).length === 0 ? [] : [pair('EnvironmentFile', `-%t/${base}/environment`)]),
      ['ExecStart', shell('-eu', done.flatMap(stepLines))],
      ...done.flatMap(undoSetting).toReversed(),
    ],
  });
}

const mark = (index: number) => `"$RUNTIME_DIRECTORY/step-${index + 1}"`;

function stepLines({ commands, undo, exports = [] }: HostStep, index: number): string[] {
  const begun = undo === undefined ? [] : [`: > ${mark(index)}`];
  return [...commands.slice(0, 1), ...begun, ...commands.slice(1), ...exportLines(exports)];
}

function undoSetting({ undo }: HostStep, index: number): Setting[] {
  if (undo === undefined) return [];
  return [['ExecStopPost', `-${shell('-u', [`[ -e ${mark(index)} ] || exit 0`, ...undo])}`]];
}

const exported = (steps: readonly HostStep[]) => [...new Set(steps.flatMap(({ exports }) => exports ?? []))];

/** `NAME="value"` as systemd reads it (systemd.exec(5), EnvironmentFile=). */
function exportLines(names: readonly string[]): string[] {
  return names.map(
    (name) =>
      `printf '%s="%s"\\n' ${name} "$(printf %s "$${name}" | sed 's/["\\$\`]/\\\\&/g')" >> "$RUNTIME_DIRECTORY/environment"`,
  );
}

function shell(flags: string, lines: readonly string[]): string {
  return `/bin/sh ${flags} -c ${systemdWord(lines.join('\n'))}`;
}
