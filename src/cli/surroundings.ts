import { existsSync } from 'node:fs';
import type { ConvertOptions } from '../convert';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { NO_FACTS, type HostFacts } from '../host/facts';
import type { Look } from '../host/probe';
import { parseQemuConf, qemuConfOf } from '../host/qemu-conf';
import type { Domain } from '../model/domain';
import { PROFILES } from '../model/profile';
import type { QemuConf } from '../model/qemu-conf';
import { qemuFromProbe } from '../qemu/probed';
import type { Qemu } from '../qemu/qemu';
import type { ConversionValues } from './conversion-values';
import type { NamedPaths } from '../host/probe/named-paths';
import { needsHost, probeFor, type Depth } from '../host/probe/guest-facts';
import { readBytes } from './input';
import { assertVersion } from './named-version';
import { Failure, failureOf, STATUS } from './status';

export type Surroundings = Pick<ConvertOptions, 'program' | 'qemu' | 'host' | 'qemuConf'>;

export interface HowFar {
  readonly depth?: Depth | undefined;
  /** Of a run that looks once for many guests. */
  readonly look?: Look | undefined;
  /** That `--qmp` names a socket in a folder which is only made for the start. */
  readonly qmpIsOurs?: boolean | undefined;
  /** Of a line of batch: see `readBytes`. */
  readonly onlyFiles?: boolean | undefined;
}

/** What a conversion takes from outside: the QEMU it is for, and the host. A check looks at more of it. */
export async function surroundings(
  values: ConversionValues,
  domain: Domain | undefined,
  { depth = 'convert', ...how }: HowFar = {},
): Promise<Surroundings> {
  const host = await hostFor(values, domain, { depth, ...how });
  return {
    program: values.qemu,
    qemu: await qemuFor(values, domain),
    host,
    qemuConf: confFor(values, host, how.onlyFiles),
  };
}

/** `--qemu`, or the guest's own emulator where it is installed here; a version that is named stands for that one. */
async function qemuFor(
  { qemu, qemuVersion, profile = 'standalone' }: ConversionValues,
  domain: Domain | undefined,
): Promise<Qemu | undefined> {
  if (qemuVersion !== undefined) return qemu === undefined ? undefined : qemuOfVersion(qemu, qemuVersion);
  const binary = qemu ?? (PROFILES[profile].checksHost ? domain?.emulator : undefined);
  if (binary === undefined || (qemu === undefined && !existsSync(binary))) return undefined;
  return askOnce(binary, qemu !== undefined);
}

/** A binary of a version that is named as well; undefined: it is not here, or gives no answer, and the table stands for it. */
async function qemuOfVersion(binary: string, qemuVersion: string): Promise<Qemu | undefined> {
  const asked = await askOnce(binary, false);
  if (asked !== undefined) assertVersion(binary, asked.version, qemuVersion);
  return asked;
}

async function askOnce(binary: string, named: boolean): Promise<Qemu | undefined> {
  const key = `${named ? '!' : '?'}${binary}`;
  let asked = qemus.get(key);
  if (asked === undefined) {
    asked = askQemu(binary, named);
    qemus.set(key, asked);
  }
  return asked;
}

/** Binaries that were asked, so that a batch asks each once. */
const qemus = new Map<string, Promise<Qemu | undefined>>();

/** An emulator that only the guest names, and that gives no answer, is as good as none: the table of a release stands for it. */
async function askQemu(binary: string, named: boolean): Promise<Qemu | undefined> {
  const { probeQemu } = await import('../qemu/probe');
  const result = await probeQemu(binary);
  if (result.ok) return qemuFromProbe(result.probe);
  if (named) throw failureOf(result.problem);
  return undefined;
}

/** Facts read from files, so that a batch reads each file once. */
const snapshots = new Map<string, HostFacts>();

async function hostFor(
  { host, profile = 'standalone', secret, qmp }: ConversionValues,
  domain: Domain | undefined,
  how: HowFar,
): Promise<HostFacts> {
  if (host === undefined) {
    if (domain === undefined || !(PROFILES[profile].checksHost || needsHost(domain))) return NO_FACTS;
    const sockets = qmp === undefined || how.qmpIsOurs === true ? [] : [qmp];
    return lookFor(domain, how, { secrets: secret && Object.values(secret), sockets });
  }
  if (host === 'none') return NO_FACTS;
  let facts = snapshots.get(host);
  if (facts === undefined) {
    facts = await snapshot(host, how.onlyFiles);
    snapshots.set(host, facts);
  }
  return facts;
}

/** What a guest needs of this host; how its devices are used is asked for a check alone. */
async function lookFor(domain: Domain, { depth, look }: HowFar, named: NamedPaths): Promise<HostFacts> {
  const found = probeFor(domain, depth, look);
  if (depth !== 'check') return found;
  const { withNamed } = await import('../host/probe/named-paths');
  const facts = withNamed(found, named, look);
  const { probeListening, probeScsiUse } = await import('../host/probe');
  const { withHeld } = await import('../host/probe/written-devices');
  return withHeld({ ...facts, listening: probeListening({ look }), scsiUse: probeScsiUse({ look }) }, domain);
}

/** Facts that are wrong end the command: they are no part of the guest's diagnostics. */
async function snapshot(file: string, onlyFiles?: boolean): Promise<HostFacts> {
  const { readSnapshot } = await import('../host/snapshot');
  const text = readText(file, "name a file that 'domxml2qemu host --output json' wrote", onlyFiles);
  const facts = readSnapshot(text, file, fail);
  if (facts === undefined) throw new Failure(STATUS.unreadable, `${file} holds no host facts`);
  return facts;
}

function fail(diagnostic: Diagnostic): void {
  if (diagnostic.severity === 'error') throw failureOf(diagnostic);
}

function readText(file: string, help: string, onlyFiles: boolean | undefined): string {
  return readBytes(file, { helpFor: () => help, onlyFiles }).toString('utf8');
}

/** A qemu.conf that is wrong ends the command: its lines are no part of the guest's diagnostics. */
function confFor(
  { qemuConf }: ConversionValues,
  host: HostFacts | undefined,
  onlyFiles: boolean | undefined,
): QemuConf | undefined {
  if (qemuConf === undefined) return undefined;
  const text = readText(
    qemuConf,
    "name a qemu.conf of libvirt, or leave it out for libvirt's defaults",
    onlyFiles,
  );
  return parseQemuConf(text, qemuConf, fail, qemuConfOf(host ?? {}));
}
