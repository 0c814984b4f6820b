import type { Diagnostic } from './diagnostics/diagnostic';
import { qemuLacksDriver } from './diagnostics/catalog';
import { emit } from './emitter';
import type { Emitted } from './emitter/emitted';
import { lackingDrivers } from './emitter/lacking';
import type { Domain } from './model/domain';
import type { LaunchPlan } from './model/plan';
import type { Subject } from './model/plan/part';
import { parse } from './parser';
import { contextOf, type ConvertOptions } from './prepare';
import { renderArg } from './renderer/argument';
import { jsonForms } from './renderer/json-forms';
import { decideTogether, planOf, type Undecided } from './resolver';
import type { Context, Findings } from './resolver/context';
import { LEFT_TO_QEMU } from './resolver/requires';

export type { ConvertOptions } from './prepare';

export interface Conversion {
  /** The program and its arguments; absent when the domain was refused. */
  readonly argv?: readonly string[] | undefined;
  /** The same without the program, one group of words for each option. */
  readonly options?: readonly (readonly string[])[] | undefined;
  /** The same as values, each with what it is about. */
  readonly emitted?: readonly Emitted[] | undefined;
  /** What each of the options is about: a device of the plan, or a part of the guest. */
  readonly subjects?: readonly Subject[] | undefined;
  /** Absent when the text holds no domain; not to be used when there is an error. */
  readonly plan?: LaunchPlan | undefined;
  /** Everything there is to say, in the order of discovery. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What reading the XML gives: the domain, if there is one, and all that is wrong with it. */
export interface Reading {
  readonly domain?: Domain | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Domain XML -> QEMU command line. Never throws for bad input: see `diagnostics`. */
export function convert(xml: string, options: ConvertOptions = {}): Conversion {
  return convertDomain(read(xml, options), options);
}

/** The first half: text -> Domain. Between the halves, a caller may look at the host and ask the guest's QEMU. */
export function read(xml: string, { select }: Pick<ConvertOptions, 'select'> = {}): Reading {
  const diagnostics: Diagnostic[] = [];
  return { domain: parse(xml, (diagnostic) => void diagnostics.push(diagnostic), select), diagnostics };
}

/** The second half: Domain -> plan -> arguments. */
export function convertDomain(reading: Reading, options: ConvertOptions = {}): Conversion {
  const { domain, diagnostics } = reading;
  if (domain === undefined) return { diagnostics };
  const one = begin({ domain, diagnostics, options });
  convertTogether([one]);
  return conversionOf(one);
}

/** The same of many guests. Where one throws, all do: each on its own then says which. */
export function convertDomains(
  inputs: readonly { readonly reading: Reading; readonly options: ConvertOptions }[],
): Conversion[] {
  const all = inputs.map(({ reading: { domain, diagnostics }, options }) =>
    domain === undefined ? { diagnostics } : begin({ domain, diagnostics, options }),
  );
  convertTogether(all.filter((one) => 'guest' in one));
  return all.map((one) => ('guest' in one ? conversionOf(one) : one));
}

/** A conversion on its way. */
interface Underway extends Undecided {
  readonly options: ConvertOptions;
  readonly diagnostics: Diagnostic[];
  readonly findings: Findings;
  plan: LaunchPlan | undefined;
  emitted: readonly Emitted[] | undefined;
  words: readonly (readonly string[])[] | undefined;
}

function begin({
  domain,
  diagnostics: said,
  options,
}: {
  readonly domain: Domain;
  readonly diagnostics: readonly Diagnostic[];
  readonly options: ConvertOptions;
}): Underway {
  const diagnostics = [...said];
  const findings: Findings = { decisions: [], companions: [], resources: [], hostSteps: [] };
  const context = contextOf(options, (diagnostic) => void diagnostics.push(diagnostic), findings, domain);
  const ahead = { plan: undefined, emitted: undefined, words: undefined };
  return { options, diagnostics, findings, context, guest: domain, ...ahead };
}

/**
 * A step of all guests before the next step: the code of a step stays in the processor's cache, where all steps of one
 * guest after another do not find room. It halves the time of a batch.
 */
function convertTogether(all: readonly Underway[]): void {
  decideTogether(all);
  for (const one of all) one.plan = planOf(one.guest, one.context, one.findings);
  for (const one of all) one.emitted = refused(one) || one.plan === undefined ? undefined : emit(one.plan);
  for (const one of all) if (tellLacking(one.emitted, one.guest, one.context)) one.emitted = undefined;
  for (const one of all) one.words = words(one);
}

/** What rules about devices do not ask of a QEMU: some builds have few devices. Whether there was anything to tell. */
export function tellLacking(
  emitted: readonly Emitted[] | undefined,
  guest: Domain,
  context: Context,
): boolean {
  if (emitted === undefined || context.qemu.lacksDriver === undefined) return false;
  const lacking = lackingDrivers(emitted, context.qemu, context.profile.checksForQemu ? [] : LEFT_TO_QEMU);
  for (const { option, name, subject } of lacking) {
    const device = typeof subject === 'string' ? undefined : subject.device;
    const own = device !== undefined && device.implicit !== true;
    context.report(qemuLacksDriver(device?.at ?? guest.at, option, name, own));
  }
  return lacking.length > 0;
}

function refused({ diagnostics, options }: Underway): boolean {
  return diagnostics.some(({ severity }) => refuses(severity, options));
}

function words({ emitted, context }: Underway): Underway['words'] {
  const json = jsonForms(context.profile, context.qemu);
  return emitted?.map(({ arg }) => renderArg(arg, json));
}

function conversionOf({ plan, diagnostics, emitted, words: options }: Underway): Conversion {
  if (plan === undefined || emitted === undefined || options === undefined) return { plan, diagnostics };
  const subjects = emitted.map(({ subject }) => subject);
  const argv = [plan.program];
  for (const option of options) argv.push(...option);
  return { argv, options, emitted, subjects, plan, diagnostics };
}

/** Whether a diagnostic of this severity stands against any output. */
export function refuses(
  severity: Diagnostic['severity'],
  { strict = false }: Pick<ConvertOptions, 'strict'>,
): boolean {
  return severity === 'error' || (strict && severity === 'warning');
}
