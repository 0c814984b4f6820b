import { checkDomain } from '../check';
import { refuses } from '../convert';
import { atStart, type Diagnostic } from '../diagnostics/diagnostic';
import type { Emitted } from '../emitter/emitted';
import { explainDomain, type Explained } from '../explain';
import type { Explanation } from '../explainer/explanation';
import type { LaunchPlan } from '../model/plan';
import type { Qemu } from '../qemu/qemu';
import type { ColorChoice } from './color';
import { sayings } from './say';
import type { ConversionValues } from './conversion-values';
import { inputOf } from './guest-input';
import { withInstalledQemu } from './installed-qemu';
import { readXml } from './input';
import { assertVersion } from './named-version';
import { assertRunnable } from './runnable';
import { writeLog } from './streams';

export interface StartValues extends ConversionValues {
  /** Start in spite of what the checks call an error. */
  readonly force?: boolean;
  readonly color?: ColorChoice;
  /** The socket of `--qmp` lies in a folder that the start makes. */
  readonly qmpIsOurs?: boolean;
}

/** A guest that can be started here: nothing stands against it, or the user said so. */
export interface Startable {
  readonly plan: LaunchPlan;
  /** The words of each option. */
  readonly options: readonly (readonly string[])[];
  readonly emitted: readonly Emitted[];
  readonly explanation: Explanation;
  /** Which will run it. */
  readonly qemu: Qemu;
}

/** The file's text; undefined after saying why there is none. */
export async function textOf(file: string, given: StartValues): Promise<string | undefined> {
  const problems: Diagnostic[] = [];
  const text = readXml(file, (diagnostic) => void problems.push(diagnostic));
  writeLog(await sayings(problems, file, text, given));
  return text;
}

/** Converts for this host and the QEMU that will run, and checks both. The diagnostics are those of all of it, as a start takes them. */
export async function checked(text: string, given: StartValues): Promise<Explained & { text: string }> {
  const input = await inputOf(text, given, {
    depth: 'check',
    asked: withInstalledQemu,
    qmpIsOurs: given.qmpIsOurs,
  });
  const { diagnostics } = checkDomain(input.reading, input.options);
  return {
    ...explainDomain(input.reading, input.options),
    diagnostics: diagnostics.map(atStart),
    text: input.text,
  };
}

/** What can be started; undefined after saying what stands against it. */
export async function startable(
  { file, text }: { readonly file: string; readonly text: string },
  given: StartValues,
): Promise<Startable | undefined> {
  const { plan, options, emitted, explanation, qemu, diagnostics } = await checked(text, given);
  writeLog(await sayings(diagnostics, file, text, given, 'not started'));
  if (diagnostics.some(({ severity }) => refuses(severity, given)) && given.force !== true) return undefined;
  if (plan === undefined || options === undefined || emitted === undefined) return undefined;
  if (explanation === undefined || qemu === undefined) return undefined;
  assertRunnable(plan, 'a start');
  if (given.force !== true) await assertItsVersion(plan, given);
  return { plan, options, emitted, explanation, qemu };
}

/** What was converted for one release is not started in another. */
export async function assertItsVersion(
  { program }: Pick<LaunchPlan, 'program'>,
  { qemuVersion }: ConversionValues,
): Promise<void> {
  if (qemuVersion === undefined) return;
  const { probeVersion } = await import('../qemu/probe');
  const version = await probeVersion(program);
  if (version !== undefined) assertVersion(program, version, qemuVersion);
}
