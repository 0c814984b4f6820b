import { atLeast, releaseOf, type BinaryVersion } from './version';

/**
 * The models of x86 that QEMU has had from 6.2 on (target/i386/cpu.c builtin_x86_defs, and query-cpu-definitions of 6.2 to
 * 10.0); each has versions besides, `-v1` and on.
 */
const MODELS = new Set(
  (
    '486 Broadwell Broadwell-IBRS Broadwell-noTSX Broadwell-noTSX-IBRS Cascadelake-Server Cascadelake-Server-noTSX ' +
    'ClearwaterForest Conroe Cooperlake Denverton Dhyana EPYC EPYC-Genoa EPYC-IBPB EPYC-Milan EPYC-Rome GraniteRapids ' +
    'Haswell Haswell-IBRS Haswell-noTSX Haswell-noTSX-IBRS Icelake-Client Icelake-Client-noTSX Icelake-Server ' +
    'Icelake-Server-noTSX IvyBridge IvyBridge-IBRS KnightsMill Nehalem Nehalem-IBRS Opteron_G1 Opteron_G2 Opteron_G3 ' +
    'Opteron_G4 Opteron_G5 Penryn SandyBridge SandyBridge-IBRS SapphireRapids SierraForest Skylake-Client ' +
    'Skylake-Client-IBRS Skylake-Client-noTSX-IBRS Skylake-Server Skylake-Server-IBRS Skylake-Server-noTSX-IBRS Snowridge ' +
    'Westmere Westmere-IBRS YongFeng athlon base core2duo coreduo host kvm32 kvm64 max n270 pentium pentium2 pentium3 ' +
    'phenom qemu32 qemu64'
  ).split(' '),
);

/** Those that came after 6.2. */
const SINCE: ReadonlyMap<string, string> = new Map([
  ['SapphireRapids', '8.0'],
  ['EPYC-Genoa', '8.1'],
  ['GraniteRapids', '8.1'],
  ['SierraForest', '9.1'],
  ['ClearwaterForest', '10.0'],
  ['YongFeng', '10.0'],
]);

/** The first release without them (QEMU docs/about/removed-features.rst). */
const GONE: ReadonlyMap<string, string> = new Map([
  ['Icelake-Client', '7.1'],
  ['Icelake-Client-noTSX', '7.1'],
]);

/** How many versions each has in 10.0 (query-cpu-definitions); the others have none. */
const VERSIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    Broadwell: 4,
    'Cascadelake-Server': 5,
    Cooperlake: 2,
    Denverton: 3,
    Dhyana: 2,
    EPYC: 4,
    'EPYC-Milan': 2,
    'EPYC-Rome': 4,
    GraniteRapids: 2,
    Haswell: 4,
    'Icelake-Client': 3,
    'Icelake-Server': 7,
    IvyBridge: 2,
    Nehalem: 2,
    SandyBridge: 2,
    SapphireRapids: 3,
    SierraForest: 2,
    'Skylake-Client': 4,
    'Skylake-Server': 5,
    Snowridge: 4,
    Westmere: 2,
    YongFeng: 2,
  }),
);

/** How many 7.2 has, where those are fewer. */
const VERSIONS_OF_7_2: ReadonlyMap<string, number> = new Map([
  ['EPYC', 3],
  ['EPYC-Milan', 1],
  ['EPYC-Rome', 2],
  ['Icelake-Server', 6],
]);

/** Names of a version of another model, and models that follow what QEMU runs on. */
const UNVERSIONED = /-(IBRS|IBPB|noTSX)$|^(base|host|max)$/;

/** The release with which a model of x86 came; undefined: 6.2 had it. */
export const cpuModelSince = (name: string): string | undefined => SINCE.get(named(name));

/** The first release without a model of x86; undefined: none. */
export const cpuModelGone = (name: string): string | undefined => GONE.get(named(name));

/** The names of x86, for suggestions. */
export const cpuModelNames = (): Iterable<string> => MODELS;

/** Whether models of that architecture go by the names that libvirt has for them. */
export const namesCpuModels = (arch: string): boolean => arch === 'x86_64' || arch === 'i386';

/**
 * Whether QEMU of that release has a CPU model of that name, or a version of it (`anyVersion`: whichever it is); undefined:
 * not known here.
 */
export function cpuModelIn(
  version: BinaryVersion,
  arch: string,
  name: string,
  anyVersion = false,
): boolean | undefined {
  if (!namesCpuModels(arch)) return undefined;
  const release = releaseOf(version);
  // Releases after 10.0 may have more than the list.
  const later = atLeast(release, '10.1');
  if (!MODELS.has(named(name))) return later ? undefined : false;
  const [since, gone] = [cpuModelSince(name), cpuModelGone(name)];
  const there =
    (since === undefined || atLeast(release, since)) && (gone === undefined || !atLeast(release, gone));
  return there && (anyVersion || later || named(name) === name || hasVersion(release, name));
}

/** Versions came with 4.1; of those between 7.2 and 10.0 it is not known here with which. */
function hasVersion(release: BinaryVersion, name: string): boolean {
  const model = named(name);
  if (UNVERSIONED.test(model) || !atLeast(release, '4.1')) return false;
  const all = VERSIONS.get(model) ?? 1;
  const count = atLeast(release, '8.0') ? all : (VERSIONS_OF_7_2.get(model) ?? all);
  const version = /-v([1-9]\d*)$/.exec(name)?.[1];
  return version !== undefined && Number(version) <= count;
}

const named = (name: string) => name.replace(/-v\d+$/, '');
