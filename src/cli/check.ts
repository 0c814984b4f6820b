import { Together } from '../checks/together';
import { checkDomain, type CheckResult } from '../check';
import { refuses } from '../convert';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Look } from '../host/probe';
import type { Domain } from '../model/domain';
import { PROFILES } from '../model/profile';
import { Redactor } from '../redactor';
import { diagnosticJson } from '../renderer/json';
import type { ColorChoice } from './color';
import { say } from './say';
import type { ConversionValues } from './conversion-values';
import { inputOf } from './guest-input';
import { withInstalledQemu } from './installed-qemu';
import { nameOf, readXml } from './input';
import { notCheckedText } from './not-checked';
import { barFor } from './many/bar';
import { summaryLine, Tally } from './many/summary';
import { Failure, failureText, STATUS } from './status';
import { writeError, writeOut } from './streams';
import { errorWidth } from './terminal';

export interface CheckOptions extends ConversionValues {
  readonly output?: 'text' | 'json';
  /** Each thing that was not checked on a line of its own. */
  readonly verbose?: boolean;
  readonly color?: ColorChoice;
}

interface Checked extends CheckResult {
  readonly text?: string | undefined;
}

/**
 * Diagnostics of each file: people read them on standard error, `--output json` prints one document on stdout. A file that
 * cannot be read keeps no other from being checked. The highest status wins.
 */
export async function checkCommand(files: readonly string[], options: CheckOptions): Promise<number> {
  const begun = performance.now();
  const tally = new Tally();
  const results = [];
  let highest: number = STATUS.done;
  const seconds = () => (performance.now() - begun) / 1000;
  // What is said of each file shows how far it is; a document comes at the end.
  const bar = files.length > 1 && options.output === 'json' ? await barFor(options.color) : undefined;
  const { lookAt } = await import('../host/probe');
  const around = { look: lookAt(), together: new Together(), redactor: new Redactor() };
  for (const file of files) {
    const { status, result } = await checkOne(file, options, around);
    results.push(result);
    tally.add({ file: nameOf(file), status, warned: result.diagnostics.some(isWarning) });
    highest = Math.max(highest, status);
    bar?.show({ done: tally.all, total: files.length, errors: tally.errors, seconds: seconds() });
  }
  bar?.clear();
  if (options.output === 'json')
    writeOut(
      `${JSON.stringify(
        results.map((result) => ({ ...result, diagnostics: result.diagnostics.map(diagnosticJson) })),
        null,
        2,
      )}\n`,
    );
  else if (files.length > 1) writeError(`${summaryLine(tally, 'passed', seconds(), 80)}\n`);
  return highest;
}

const isWarning = ({ severity }: Diagnostic) => severity === 'warning';

/** What the files of a run have in common. */
interface Around {
  readonly look: Look;
  readonly together: Together;
  /** One for all: what two guests share has the same stand-in in both. */
  readonly redactor: Redactor;
}

/** What one file is in `--output json`; else it is said here. */
async function checkOne(
  file: string,
  options: CheckOptions,
  around: Around,
): Promise<{ status: number; result: CheckResult & { file: string; ok: boolean; problem?: string } }> {
  const name = nameOf(file);
  const isText = options.output !== 'json';
  try {
    const checked = await checkFile(file, options, around);
    const { diagnostics, notChecked } = checked;
    if (isText) await sayChecked(file, checked, options);
    const ok = !diagnostics.some(({ severity }) => refuses(severity, options));
    return { status: ok ? STATUS.done : STATUS.refused, result: { file: name, ok, diagnostics, notChecked } };
  } catch (problem) {
    if (!(problem instanceof Failure)) throw problem;
    if (isText) writeError(failureText(problem, await errorWidth()));
    const result = { file: name, ok: false, problem: problem.message, diagnostics: [], notChecked: [] };
    return { status: problem.status, result };
  }
}

/** One file's way through a conversion and the checks. */
async function checkFile(
  file: string,
  values: ConversionValues,
  { look, together, redactor }: Around,
): Promise<Checked> {
  const problems: Diagnostic[] = [];
  const text = readXml(file, (diagnostic) => void problems.push(diagnostic));
  if (text === undefined) return { diagnostics: problems, notChecked: [] };
  const input = await inputOf(text, values, { depth: 'check', look, redactor, asked: withQemuHere });
  const checked = checkDomain(input.reading, input.options);
  const clashes = checked.claims === undefined ? [] : together.add(nameOf(file), checked.claims);
  return { ...checked, diagnostics: [...checked.diagnostics, ...clashes], text: input.text };
}

/** The host that is checked runs the guest in the QEMU that it has. */
function withQemuHere(values: ConversionValues, domain: Domain | undefined): ConversionValues {
  const isHere = values.host === undefined && PROFILES[values.profile ?? 'standalone'].checksHost;
  return isHere ? withInstalledQemu(values, domain) : values;
}

async function sayChecked(
  file: string,
  { diagnostics, notChecked, text }: Checked,
  { color = 'auto', strict, verbose }: CheckOptions,
): Promise<void> {
  await say(diagnostics, file, text, { color, strict });
  if (diagnostics.length === 0) writeError(`${nameOf(file)}: nothing to say, it converts\n`);
  writeError(notCheckedText(nameOf(file), notChecked, { verbose, width: await errorWidth() }));
}
