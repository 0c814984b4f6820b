import type { Diagnostic } from './diagnostics/diagnostic';
import { emit, type Emitted } from './emitter';
import type { Domain } from './model/domain';
import type { LaunchPlan } from './model/plan';
import type { Subject } from './model/plan/part';
import { parse } from './parser';
import { contextOf, type ConvertOptions } from './prepare';
import { renderArg } from './renderer/argument';
import { jsonForms } from './renderer/json-forms';
import { resolve } from './resolver';
import type { Findings } from './resolver/context';

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
export function convertDomain(
  { domain, diagnostics: said }: Reading,
  options: ConvertOptions = {},
): Conversion {
  if (domain === undefined) return { diagnostics: said };
  const diagnostics = [...said];
  const findings: Findings = { decisions: [], companions: [], resources: [], hostSteps: [] };
  const context = contextOf(options, (diagnostic) => void diagnostics.push(diagnostic), findings, domain);
  const plan = resolve(domain, context, findings);
  if (diagnostics.some(({ severity }) => refuses(severity, options))) return { plan, diagnostics };
  const json = jsonForms(context.profile, context.qemu);
  const emitted = emit(plan);
  const words = emitted.map(({ arg }) => renderArg(arg, json));
  const subjects = emitted.map(({ subject }) => subject);
  return { argv: [plan.program, ...words.flat()], options: words, emitted, subjects, plan, diagnostics };
}

/** Whether a diagnostic of this severity stands against any output. */
export function refuses(
  severity: Diagnostic['severity'],
  { strict = false }: Pick<ConvertOptions, 'strict'>,
): boolean {
  return severity === 'error' || (strict && severity === 'warning');
}
