import { closest } from '../diagnostics/closest';
import { shownLines } from '../diagnostics/report';
import { explainDomain, type Explained } from '../explain';
import type { Explanation } from '../explainer/explanation';
import { findProperties, namesOf, selectGroups } from '../explainer/select';
import { explainText } from '../renderer/explain';
import type { View } from '../renderer/explain/view';
import { explanationJson } from '../renderer/explain/json';
import { whyText } from '../renderer/explain/why';
import { paintFor, type ColorChoice } from './color';
import type { ConversionValues } from './conversion-values';
import { inputOf } from './guest-input';
import { nothingCalled } from './nothing-called';
import { say } from './say';
import { nameOf, readXml } from './input';
import { Failure, failureText, STATUS } from './status';
import { writeError, writeOut } from './streams';
import { errorWidth, layoutWidth } from './terminal';
import { refuseOver } from './write-result';

export interface ExplainOptions extends ConversionValues {
  readonly output?: 'text' | 'json';
  readonly color?: ColorChoice;
  /** Groups by name or pattern. */
  readonly only?: readonly string[];
  /** A property, or `name=value`. */
  readonly why?: string;
  readonly properties?: boolean;
  /** Where a page goes. */
  readonly html?: string;
}

/** `domxml2qemu explain`: each argument with the line of the XML and the reason behind it. */
export async function explainCommand(file: string, options: ExplainOptions): Promise<number> {
  if (options.html !== undefined) refuseUsage(file, options.html, options);
  const explained = await explainFile(file, options);
  const { explanation, text } = explained;
  if (options.html !== undefined && text !== undefined)
    return (await import('./explain-html')).explainHtml(explained, { file, text, output: options.html });
  if (explanation === undefined || text === undefined) return STATUS.refused;
  const chosen = await chooseGroups(explanation, options.only);
  writeOut(await written(chosen, { file, text }, options));
  return STATUS.done;
}

function refuseUsage(file: string, html: string, { output, only, why }: ExplainOptions): void {
  refuseOver(file, html, '--html');
  const other = output === 'json' ? '--output json' : only !== undefined ? '--only' : why && '--why';
  if (other !== undefined)
    throw new Failure(STATUS.usage, `a page has no use for ${other}`, `leave --html or ${other} out`);
}

async function explainFile(
  file: string,
  options: ExplainOptions,
): Promise<Explained & { text?: string | undefined }> {
  const problems: Explained['diagnostics'][number][] = [];
  const text = readXml(file, (diagnostic) => void problems.push(diagnostic));
  const input = text === undefined ? undefined : await inputOf(text, options);
  const explained =
    input === undefined ? { diagnostics: problems } : explainDomain(input.reading, input.options);
  await say(explained.diagnostics, file, input?.text, options);
  return { ...explained, text: input?.text };
}

async function chooseGroups(
  explanation: Explanation,
  only: readonly string[] | undefined,
): Promise<Explanation> {
  if (only === undefined) return explanation;
  const unknown = only.filter((word) => selectGroups(explanation, [word]).groups.length === 0);
  const failure = unknown.length === 0 ? undefined : unknownIn(explanation, unknown);
  if (failure !== undefined && unknown.length === only.length) throw failure;
  // The others are there, and are shown.
  if (failure !== undefined) writeError(failureText(failure, await errorWidth()));
  return selectGroups(explanation, only);
}

function unknownIn({ groups }: Explanation, unknown: readonly string[]): Failure {
  return nothingCalled(
    unknown,
    groups.flatMap(namesOf),
    groups.map(({ key }) => key),
  );
}

async function written(
  explanation: Explanation,
  { file, text }: { readonly file: string; readonly text: string },
  { output, color = 'auto', why, properties = false }: ExplainOptions,
): Promise<string> {
  const found = why === undefined ? undefined : findProperties(explanation, why);
  if (found?.length === 0)
    throw new Failure(
      STATUS.usage,
      `no argument has a property '${why ?? ''}'`,
      helpFor(explanation, why ?? ''),
    );
  if (output === 'json') return `${JSON.stringify(explanationJson(explanation), null, 2)}\n`;
  const view: View = {
    source: { file: nameOf(file), lines: shownLines(text) },
    width: layoutWidth(),
    paint: await paintFor(color, process.env, 1),
    properties,
  };
  return found === undefined ? explainText(explanation, view) : whyText(found, view);
}

function helpFor({ groups }: Explanation, why: string): string | undefined {
  const names = groups.flatMap((group) =>
    group.arguments.flatMap(({ properties }) => properties.map(({ name }) => name)),
  );
  const meant = closest(why.replace(/=.*/s, ''), names);
  if (meant !== undefined) return `did you mean '${meant}'?`;
  const some = COMMON.filter((name) => names.includes(name))
    .slice(0, 2)
    .map((name) => `'${name}'`);
  return `ask for a property as QEMU names it${some.length === 0 ? '' : `, such as ${some.join(' or ')}`}`;
}

/** What a guest may have been asked for. */
const COMMON = ['scsi-id', 'bus', 'addr', 'drive'];
