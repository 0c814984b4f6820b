import type { Diagnostic } from './diagnostics/diagnostic';
import { emit } from './emitter';
import { NO_FACTS, type HostFacts } from './host/facts';
import type { LaunchPlan } from './model/plan';
import { PROFILES, type Profile, type ProfileName, type StorageForm } from './model/profile';
import { parse } from './parser';
import { qemuOf, type Qemu } from './qemu/qemu';
import { renderArg } from './renderer/argument';
import { jsonForms } from './renderer/json-forms';
import { resolve } from './resolver';
import type { Context, Findings } from './resolver/context';
import type { ResolveOptions } from './resolver/options';

export interface ConvertOptions extends ResolveOptions {
  readonly profile?: ProfileName | undefined;
  readonly storage?: StorageForm | undefined;
  /** What the guest is to run on; the newest known release by default. */
  readonly qemu?: Qemu | undefined;
  readonly host?: HostFacts | undefined;
}

export interface Conversion {
  /** The program and its arguments; absent when the domain was refused. */
  readonly argv?: readonly string[] | undefined;
  /** Absent when the text holds no domain; not to be used when there is an error. */
  readonly plan?: LaunchPlan | undefined;
  /** Everything there is to say, in the order of discovery. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Domain XML -> QEMU command line. Never throws for bad input: see `diagnostics`. */
export function convert(xml: string, options: ConvertOptions = {}): Conversion {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const domain = parse(xml, report);
  if (domain === undefined) return { diagnostics };
  const { context, findings } = prepare(options, report, domain.os.arch);
  const plan = resolve(domain, context, findings);
  if (diagnostics.some(({ severity }) => severity === 'error')) return { plan, diagnostics };
  const json = jsonForms(context.profile, context.qemu);
  return { argv: [plan.program, ...emit(plan).flatMap((arg) => renderArg(arg, json))], plan, diagnostics };
}

/** The newest release that the capability tables know. */
export const NEWEST_QEMU = { major: 11, minor: 0, micro: 0 };

function prepare(
  options: ConvertOptions,
  report: Context['report'],
  arch = 'x86_64',
): { context: Context; findings: Findings } {
  const findings: Findings = { decisions: [], companions: [], resources: [], hostSteps: [] };
  return {
    findings,
    context: {
      profile: profileOf(options),
      qemu: options.qemu ?? qemuOf({ version: NEWEST_QEMU, arch }),
      host: options.host ?? NO_FACTS,
      options,
      report,
      decide: (decision) => void findings.decisions.push({ caveats: [], ...decision }),
      companion: (companion) => void findings.companions.push(companion),
      resource: (resource) => void findings.resources.push(resource),
      hostStep: (step) => void findings.hostSteps.push(step),
    },
  };
}

function profileOf({ profile = 'standalone', storage }: ConvertOptions): Profile {
  const chosen = PROFILES[profile];
  return storage === undefined ? chosen : { ...chosen, storage };
}
