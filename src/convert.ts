import type { Diagnostic } from './diagnostics/diagnostic';
import type { Emitted } from './emitter/emitted';
import type { Domain } from './model/domain';
import type { LaunchPlan } from './model/plan';
import type { Subject } from './model/plan/part';
import { parse } from './parser';
import type { ConvertOptions } from './prepare';
import type { Qemu } from './qemu/qemu';
import { renderArgs } from './renderer/arguments';
import { jsonForms } from './renderer/json-forms';
import { decideTogether } from './resolver';
import { begin, converted, convertOne, planned, type Converted } from './underway';

export type { ConvertOptions } from './prepare';
export { refuses } from './underway';

export interface Conversion {
  /** The program and its arguments; absent when the domain was refused. */
  readonly argv?: readonly string[] | undefined;
  /** The same without the program, one group of words for each option. */
  readonly options?: readonly (readonly string[])[] | undefined;
  /** What each of the options is about: a device of the plan, or a part of the guest. */
  readonly subjects?: readonly Subject[] | undefined;
  /** Absent when the text holds no domain; not to be used when there is an error. */
  readonly plan?: LaunchPlan | undefined;
  /** Everything there is to say, in the order of discovery. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What our own commands work on, too: this is no plain data. */
export interface WithArguments extends Conversion {
  /** The arguments as values, each with what it is about. */
  readonly emitted?: readonly Emitted[] | undefined;
  /** What it was converted for; absent when the text holds no domain. */
  readonly qemu?: Qemu | undefined;
}

/** What reading the XML gives: the domain, if there is one, and all that is wrong with it. */
export interface Reading {
  readonly domain?: Domain | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Domain XML -> QEMU command line. Never throws for bad input: see `diagnostics`. */
export function convert(xml: string, options: ConvertOptions = {}): WithArguments {
  return convertDomain(read(xml, options), options);
}

/** The first half: text -> Domain. Between the halves, a caller may look at the host and ask the guest's QEMU. */
export function read(xml: string, { select }: Pick<ConvertOptions, 'select'> = {}): Reading {
  const diagnostics: Diagnostic[] = [];
  return { domain: parse(xml, (diagnostic) => void diagnostics.push(diagnostic), select), diagnostics };
}

/** The second half: Domain -> plan -> arguments. */
export function convertDomain(reading: Reading, options: ConvertOptions = {}): WithArguments {
  const { domain, diagnostics } = reading;
  if (domain === undefined) return { diagnostics };
  return conversionOf(convertOne({ domain, diagnostics, options }));
}

/**
 * The same of many guests: a step of all before the next step, since the code of a step stays in the processor's cache,
 * where all steps of one guest after another do not find room. It halves the time of a batch. Where one throws, all do:
 * each on its own then says which.
 */
export function convertDomains(
  inputs: readonly { readonly reading: Reading; readonly options: ConvertOptions }[],
): WithArguments[] {
  const begun = inputs.map(({ reading: { domain, diagnostics }, options }) =>
    domain === undefined ? { diagnostics } : begin({ domain, diagnostics, options }),
  );
  decideTogether(begun.filter((one) => 'guest' in one));
  const withPlans = begun.map((one) => ('guest' in one ? planned(one) : one));
  const done = withPlans.map((one) => ('guest' in one ? converted(one) : one));
  return done.map((one) => ('guest' in one ? conversionOf(one) : one));
}

function conversionOf({ plan, diagnostics, emitted, context }: Converted): WithArguments {
  const { qemu, profile } = context;
  if (emitted === undefined) return { plan, qemu, diagnostics };
  const json = jsonForms(profile, qemu);
  const options = renderArgs(emitted, json);
  const subjects = emitted.map(({ subject }) => subject);
  const argv = [plan.program];
  for (const option of options) argv.push(...option);
  return { argv, options, emitted, subjects, plan, qemu, diagnostics };
}
