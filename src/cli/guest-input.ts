import { read } from '../convert';
import type { Redactor } from '../redactor';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Domain } from '../model/domain';
import type { TestContext } from '../resolver/options';
import { convertOptions } from './conversion-options';
import type { ConversionValues } from './conversion-values';
import { surroundings, type HowFar } from './surroundings';
import type { GuestInput } from './guest';

/** What has no readable text is no guest: all that there is to say was said. */
export function unreadable(diagnostics: readonly Diagnostic[]): GuestInput {
  return { text: '', reading: { diagnostics }, options: {} };
}

interface How extends HowFar {
  /** What else is asked for, by what the guest is. */
  readonly asked?: (values: ConversionValues, domain: Domain | undefined) => ConversionValues;
  readonly context?: TestContext | undefined;
  /** Of guests that are compared: what is the same in both stays the same. */
  readonly redactor?: Redactor | undefined;
}

/** A domain XML with what the command line knows of its surroundings; with `--redact`, all of it in stand-ins. */
export async function inputOf(
  text: string,
  values: ConversionValues,
  { asked = same, context, redactor, ...far }: How = {},
): Promise<GuestInput> {
  const reading = read(text, values);
  const around = await surroundings(asked(values, reading.domain), reading.domain, far);
  const options = convertOptions(values, around, context);
  // The host is asked about the guest as it is, and only then is either hidden.
  return values.redact === true
    ? (await import('./redacted')).redactedInput(text, options, redactor)
    : { text, reading, options };
}

function same(values: ConversionValues): ConversionValues {
  return values;
}
