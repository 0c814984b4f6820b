import { qemuRefused } from '../diagnostics/catalog';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { ExplainedArgument, Explanation } from '../explainer/explanation';
import type { Place } from '../model/place';
import { complaintOf } from './complaint';
import { wayOut } from './way-out';

/** What QEMU said when it did not start -> the same with the argument and the line of the XML behind it. */
export function refusalOf(
  said: string,
  options: readonly (readonly string[])[],
  explanation: Explanation | undefined,
): Diagnostic | undefined {
  const complaint = complaintOf(said, options);
  if (complaint === undefined) return undefined;
  const { message, more, argument } = complaint;
  return qemuRefused(placeOf(complaint, explanation), message, {
    said: [...(argument === undefined ? [] : [`the argument is ${argument.words.join(' ')}`]), ...more],
    help: wayOut([message, ...more].join('\n')),
  });
}

/** The attribute whose value QEMU repeats, else the element of the argument. */
function placeOf(
  { message, argument }: NonNullable<ReturnType<typeof complaintOf>>,
  explanation: Explanation | undefined,
): Place | undefined {
  const explained = (explanation?.groups ?? []).flatMap((group) => group.arguments);
  const named =
    explained.find((one) => isGlobal(one, message)) ??
    explained.find(({ index }) => index === argument?.index);
  const candidates = named === undefined ? explained : [named];
  const property = candidates
    .flatMap(({ properties }) => properties)
    .find(({ at, value }) => at !== undefined && value.length > 2 && message.includes(`'${value}'`));
  return property?.at ?? named?.origin.at;
}

/** QEMU names the device that a global is applied to, which need not be whose it is (QEMU qom/object.c, object_apply_global_props). */
function isGlobal({ words }: ExplainedArgument, message: string): boolean {
  return words.some(
    (word, index) => words[index - 1] === '-global' && message.startsWith(`can't apply global ${word}:`),
  );
}
