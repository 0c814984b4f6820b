import {
  archForeign,
  archOptionForeign,
  buildUnknown,
  capabilityUnknown,
  qemuVersionInvalid,
  qemuVersionTooNew,
  qemuVersionTooOld,
} from './diagnostics/catalog';
import { NO_FACTS, type HostFacts, type QemuBuild } from './host/facts';
import { ARCHITECTURES } from './model/arch';
import type { Domain } from './model/domain';
import { PROFILES, type Profile, type ProfileName, type StorageForm } from './model/profile';
import { qemuConfOf } from './host/qemu-conf';
import type { QemuConf } from './model/qemu-conf';
import { qemuArch, runsGuest } from './qemu/architectures';
import { isCapability } from './qemu/capabilities/lookup';
import type { HostFeature } from './qemu/capabilities/row';
import { qemuOf, withCapabilities, type Qemu } from './qemu/qemu';
import { NEWEST_QEMU, OLDEST_QEMU } from './qemu/releases';
import {
  compareVersions,
  formatVersion,
  lastMinorOf,
  nearestVersion,
  parseVersion,
  releaseOf,
  type BinaryVersion,
} from './qemu/version';
import type { Context, Findings } from './resolver/context';
import { emulatorArch } from './resolver/machine/emulator';
import type { ResolveOptions } from './resolver/options';

/** What a call of the library may ask for. */
export interface CallOptions extends ResolveOptions {
  readonly profile?: ProfileName | undefined;
  readonly storage?: StorageForm | undefined;
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

export interface ConvertOptions extends CallOptions {
  /** What the guest is to run on, as a probe found it; else the table answers for `qemuVersion` and `arch`. */
  readonly qemu?: Qemu | undefined;
}

/** Options and what is known of QEMU and the host -> what the passes work with; what they find goes into `findings`. */
export function contextOf(
  options: ConvertOptions,
  report: Context['report'],
  findings: Findings,
  domain: Domain,
): Context {
  return {
    profile: profileOf(options),
    qemu: changedQemu(
      options,
      fitting(options.qemu ?? qemuFromTable(options, domain, report, findings), options, domain, report),
      domain,
      report,
    ),
    host: options.host ?? NO_FACTS,
    options,
    conf: options.qemuConf ?? qemuConfOf(options.host ?? NO_FACTS),
    report,
    decide: (decision) => void findings.decisions.push({ caveats: [], ...decision }),
    companion: (companion) => void findings.companions.push(companion),
    resource: (resource) => void findings.resources.push(resource),
    hostStep: (step) => {
      // Several devices may ask for the same.
      if (!findings.hostSteps.some(({ what }) => what === step.what)) findings.hostSteps.push(step);
    },
  };
}

/**
 * One that runs what the guest is made for: where the emulator does not, that is all that is said of it, and its release for
 * the guest's own architecture stands in. libvirt leaves it to QEMU.
 */
function fitting(qemu: Qemu, options: ConvertOptions, domain: Domain, report: Context['report']): Qemu {
  const { arch } = domain.os;
  if (arch === undefined && options.arch === undefined) return qemu;
  if (!profileOf(options).checksForQemu) return qemu;
  const program = options.program ?? domain.emulator ?? `qemu-system-${qemu.arch}`;
  const runs = { program, arch: qemu.arch };
  if (isForeign(qemu.arch, options.arch)) report(archOptionForeign(options.arch, runs));
  if (!isForeign(qemu.arch, arch)) return qemu;
  report(archForeign(domain.os.at.of('type/@arch'), arch, runs, options.arch === qemu.arch));
  return qemuOf({ version: qemu.version, arch: qemuArch(arch) });
}

/** Of a name that is none of an emulator nothing is known. */
function isForeign(emulator: string, guest: string | undefined): guest is string {
  if (guest === undefined || guest === emulator) return false;
  const arch = qemuArch(guest);
  return ARCHITECTURES.includes(arch) && !runsGuest(emulator, arch);
}

/** Names of libvirt's for what its daemon alone does; oVirt's engine writes this one to each guest. */
const OF_NO_ARGUMENT = ['incremental-backup'];

/** `<qemu:capabilities>`: the user knows this QEMU better. */
function changedQemu(
  options: ConvertOptions,
  qemu: Qemu,
  { qemu: { add, remove } }: Domain,
  report: Context['report'],
): Qemu {
  const names = (changes: typeof add) => changes.map(({ name }) => name);
  for (const { at, name } of [...add, ...remove])
    if (name !== '' && !isCapability(name) && !OF_NO_ARGUMENT.includes(name))
      report(capabilityUnknown(at, name));
  const { libvirtDefaults } = profileOf(options);
  // libvirt knows the name still, and asks no QEMU for it any more
  const removed = libvirtDefaults ? names(remove).filter((name) => name !== 'blockdev') : names(remove);
  return withCapabilities(qemu, names(add), removed);
}

/** The QEMU of a version without a binary to ask. */
function qemuFromTable(
  options: ConvertOptions,
  domain: Domain,
  report: Context['report'],
  { decisions }: Findings,
): Qemu {
  if (options.qemuVersion === undefined)
    decisions.push({
      subject: 'qemu',
      value: formatVersion(NEWEST_QEMU),
      reason:
        'no QEMU was named, nor an emulator in the guest that is here: the newest release that is known',
      caveats: ['say --qemu-version or --qemu to convert for the QEMU that will run it'],
    });
  const { host, context } = options;
  const { libvirtDefaults } = profileOf(options);
  const arch = emulatorArch(domain, { arch: options.arch, options, hostArch: host?.arch, libvirtDefaults });
  const version = newestOn(context?.variant, arch) ?? versionAsked(options, report);
  const { has = [], lacks = [] } = buildOf(host, version, arch) ?? {};
  if (profileOf(options).checksForQemu)
    for (const name of [...has, ...lacks]) if (!isCapability(name)) report(buildUnknown(name));
  const qemu = qemuOf({ version, arch, add: has, remove: lacks, hostFeatures: featuresOf(options) });
  return withCapabilities(qemu, context?.capsAdd ?? [], context?.capsDel ?? []);
}

/** The newest one that is known in place of one of which nothing can be said. */
function versionAsked({ qemuVersion }: ConvertOptions, report: Context['report']): BinaryVersion {
  if (qemuVersion === undefined) return NEWEST_QEMU;
  const version = parseVersion(qemuVersion);
  if (version === undefined) {
    report(qemuVersionInvalid(qemuVersion, nearestVersion(qemuVersion)));
    return NEWEST_QEMU;
  }
  const { major, minor } = version;
  const last = lastMinorOf(major);
  if (compareVersions(version, OLDEST_QEMU) < 0) {
    report(qemuVersionTooOld(formatVersion(version), formatVersion(OLDEST_QEMU)));
    return NEWEST_QEMU;
  }
  if (major <= NEWEST_QEMU.major && minor > last) {
    report(qemuVersionInvalid(qemuVersion, `${major}.${last}`));
    return { major, minor: last, micro: 0 };
  }
  const release = releaseOf(version);
  if (major > NEWEST_QEMU.major || compareVersions({ ...release, micro: 0 }, NEWEST_QEMU) > 0)
    report(qemuVersionTooNew(formatVersion(version), formatVersion(NEWEST_QEMU)));
  return version;
}

function buildOf(host: HostFacts | undefined, version: BinaryVersion, arch: string): QemuBuild | undefined {
  const isIt = (build: QemuBuild) => {
    const its = parseVersion(build.version);
    return its !== undefined && compareVersions(its, version) === 0;
  };
  return host?.qemuBuilds?.find((build) => (build.arch ?? arch) === arch && isIt(build));
}

/** libvirt asks QEMU on a host; these are the ones whose hosts have more than the plain one. */
function featuresOf(options: ConvertOptions): readonly HostFeature[] | undefined {
  if (profileOf(options).checksHost) return undefined;
  const variant = options.context?.variant;
  if (variant === '+amdsev') return ['sev', 'sev-snp'];
  if (variant === '+inteltdx') return ['tdx'];
  return variant === '+hvf' ? ['hvf'] : [];
}

/** What libvirt knows of QEMU on such a host ends with these releases, whichever is asked for. */
function newestOn(variant: string | undefined, arch: string): BinaryVersion | undefined {
  if (variant !== '+hvf') return undefined;
  return arch === 'aarch64' ? { major: 9, minor: 2, micro: 2 } : { major: 7, minor: 2, micro: 0 };
}

function profileOf({ profile = 'standalone', storage }: ConvertOptions): Profile {
  const chosen = PROFILES[profile];
  return storage === undefined ? chosen : { ...chosen, storage };
}
