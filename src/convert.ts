import { qemuVersionInvalid } from './diagnostics/catalog';
import type { Diagnostic } from './diagnostics/diagnostic';
import { emit } from './emitter';
import { NO_FACTS, type HostFacts } from './host/facts';
import type { Domain } from './model/domain';
import type { LaunchPlan } from './model/plan';
import { PROFILES, type Profile, type ProfileName, type StorageForm } from './model/profile';
import { QEMU_CONF_DEFAULTS, type QemuConf } from './model/qemu-conf';
import { parse } from './parser';
import type { HostFeature } from './qemu/capabilities/row';
import { qemuOf, type Qemu } from './qemu/qemu';
import { parseVersion } from './qemu/version';
import { renderArg } from './renderer/argument';
import { jsonForms } from './renderer/json-forms';
import { resolve } from './resolver';
import type { Context, Findings } from './resolver/context';
import type { ResolveOptions } from './resolver/options';

export interface ConvertOptions extends ResolveOptions {
  readonly profile?: ProfileName | undefined;
  readonly storage?: StorageForm | undefined;
  /** What the guest is to run on, as a probe found it; else the table answers for `qemuVersion` and `arch`. */
  readonly qemu?: Qemu | undefined;
  /** `7.2` or `7.2.19`; the newest known release by default. */
  readonly qemuVersion?: string | undefined;
  /** QEMU's architecture; by default the guest's, then the host's. */
  readonly arch?: string | undefined;
  /** What is known of the host; nothing by default. */
  readonly host?: HostFacts | undefined;
  /** libvirt's qemu.conf as `parseQemuConf` reads it; its defaults by default. */
  readonly qemuConf?: QemuConf | undefined;
  /** Warnings are errors. */
  readonly strict?: boolean | undefined;
  /** An XPath that picks the domain out of a file that holds several. */
  readonly select?: string | undefined;
}

export interface Conversion {
  /** The program and its arguments; absent when the domain was refused. */
  readonly argv?: readonly string[] | undefined;
  /** The same without the program, one group of words for each option. */
  readonly options?: readonly (readonly string[])[] | undefined;
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
  const words = emit(plan).map((arg) => renderArg(arg, json));
  return { argv: [plan.program, ...words.flat()], options: words, plan, diagnostics };
}

/** Whether a diagnostic of this severity stands against any output. */
export function refuses(
  severity: Diagnostic['severity'],
  { strict = false }: Pick<ConvertOptions, 'strict'>,
): boolean {
  return severity === 'error' || (strict && severity === 'warning');
}

/** The newest release that the capability tables know. */
export const NEWEST_QEMU = { major: 11, minor: 0, micro: 0 };

function contextOf(
  options: ConvertOptions,
  report: Context['report'],
  findings: Findings,
  domain: Domain,
): Context {
  return {
    profile: profileOf(options),
    qemu: options.qemu ?? qemuFromTable(options, domain, report),
    host: options.host ?? NO_FACTS,
    options,
    conf: options.qemuConf ?? QEMU_CONF_DEFAULTS,
    report,
    decide: (decision) => void findings.decisions.push({ caveats: [], ...decision }),
    companion: (companion) => void findings.companions.push(companion),
    resource: (resource) => void findings.resources.push(resource),
    hostStep: (step) => void findings.hostSteps.push(step),
  };
}

/** The QEMU of a version without a binary to ask. */
function qemuFromTable(options: ConvertOptions, domain: Domain, report: Context['report']): Qemu {
  const version = options.qemuVersion === undefined ? NEWEST_QEMU : parseVersion(options.qemuVersion);
  if (version === undefined) report(qemuVersionInvalid(options.qemuVersion ?? ''));
  return qemuOf({
    version: version ?? NEWEST_QEMU,
    arch: qemuArch(options.arch ?? domain.os.arch ?? options.host?.arch ?? 'x86_64'),
    add: options.context?.capsAdd,
    remove: options.context?.capsDel,
    hostFeatures: profileOf(options).checksHost ? undefined : featuresOf(options.context?.variant),
  });
}

/** libvirt asks QEMU on a host; these are the ones whose hosts have more than the plain one. */
function featuresOf(variant: string | undefined): readonly HostFeature[] {
  if (variant === '+amdsev') return ['sev', 'sev-snp'];
  return variant === '+hvf' ? ['hvf'] : [];
}

/** libvirt calls i686 what QEMU calls i386. */
function qemuArch(arch: string): string {
  return arch === 'i686' ? 'i386' : arch;
}

function profileOf({ profile = 'standalone', storage }: ConvertOptions): Profile {
  const chosen = PROFILES[profile];
  return storage === undefined ? chosen : { ...chosen, storage };
}
