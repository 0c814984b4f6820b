import { atLeast, releaseOf, type BinaryVersion } from './version';

/**
 * The models of x86 (target/i386/cpu.c builtin_x86_defs, and what 2.5, 2.11, 4.2, 5.2, 6.2, 7.2, 8.2, 9.2, 10.0, 10.1, 10.2
 * and 11.1 list); each has versions besides, `-v1` and on.
 */
const MODELS = new Set(
  (
    '486 Broadwell Broadwell-IBRS Broadwell-noTSX Broadwell-noTSX-IBRS Cascadelake-Server ' +
    'Cascadelake-Server-noTSX ClearwaterForest Conroe Cooperlake Denverton Dhyana DiamondRapids EPYC ' +
    'EPYC-Genoa EPYC-IBPB EPYC-Milan EPYC-Rome EPYC-Turin GraniteRapids Haswell Haswell-IBRS Haswell-noTSX ' +
    'Haswell-noTSX-IBRS Icelake-Client Icelake-Client-noTSX Icelake-Server Icelake-Server-noTSX IvyBridge ' +
    'IvyBridge-IBRS KnightsMill Nehalem Nehalem-IBRS Opteron_G1 Opteron_G2 Opteron_G3 Opteron_G4 Opteron_G5 ' +
    'Penryn SandyBridge SandyBridge-IBRS SapphireRapids SierraForest Skylake-Client Skylake-Client-IBRS ' +
    'Skylake-Client-noTSX-IBRS Skylake-Server Skylake-Server-IBRS Skylake-Server-noTSX-IBRS Snowridge ' +
    'Westmere Westmere-IBRS YongFeng athlon base core2duo coreduo host kvm32 kvm64 max n270 pentium pentium2 ' +
    'pentium3 phenom qemu32 qemu64'
  ).split(' '),
);

/** Those that 2.5 did not have. */
const SINCE: ReadonlyMap<string, string> = new Map([
  ['Skylake-Client', '2.7'],
  ['base', '2.9'],
  ['max', '2.9'],
  ['EPYC', '2.10'],
  ['Skylake-Server', '2.10'],
  ['EPYC-IBPB', '2.11'],
  ['Skylake-Client-IBRS', '2.11'],
  ['Skylake-Server-IBRS', '2.11'],
  ['KnightsMill', '2.12'],
  ['Icelake-Client', '3.0'],
  ['Icelake-Server', '3.0'],
  ['Cascadelake-Server', '3.1'],
  ['Denverton', '4.1'],
  ['Dhyana', '4.1'],
  ['Snowridge', '4.1'],
  ['Cascadelake-Server-noTSX', '4.2'],
  ['Cooperlake', '4.2'],
  ['Icelake-Client-noTSX', '4.2'],
  ['Icelake-Server-noTSX', '4.2'],
  ['Skylake-Client-noTSX-IBRS', '4.2'],
  ['Skylake-Server-noTSX-IBRS', '4.2'],
  ['EPYC-Rome', '5.0'],
  ['EPYC-Milan', '6.0'],
  ['SapphireRapids', '8.0'],
  ['EPYC-Genoa', '8.1'],
  ['GraniteRapids', '8.1'],
  ['SierraForest', '9.1'],
  ['ClearwaterForest', '10.0'],
  ['YongFeng', '10.0'],
  ['EPYC-Turin', '10.1'],
  ['DiamondRapids', '11.0'],
]);

/** The first release without them (QEMU docs/about/removed-features.rst). */
const GONE: ReadonlyMap<string, string> = new Map([
  ['Icelake-Client', '7.1'],
  ['Icelake-Client-noTSX', '7.1'],
]);

/** The releases whose versions of models are known. */
const COUNTED = [
  '4.2',
  '5.2',
  '6.2',
  '7.2',
  '8.0',
  '8.2',
  '9.0',
  '9.1',
  '9.2',
  '10.0',
  '10.1',
  '10.2',
  '11.1',
] as const;

/** How many versions each has in those (query-cpu-definitions; 8.0, 9.0 and 9.1 by libvirt's capabilities files); the others have one. */
const VERSIONS: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    Broadwell: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
    'Cascadelake-Server': [3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 7],
    ClearwaterForest: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 4],
    Cooperlake: [1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
    Denverton: [1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3],
    Dhyana: [1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
    DiamondRapids: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
    EPYC: [3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5],
    'EPYC-Genoa': [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3],
    'EPYC-Milan': [0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4],
    'EPYC-Rome': [0, 1, 2, 2, 2, 4, 4, 4, 4, 4, 5, 5, 5],
    'EPYC-Turin': [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2],
    GraniteRapids: [0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 7],
    Haswell: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
    'Icelake-Client': [2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3],
    'Icelake-Server': [2, 4, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 9],
    IvyBridge: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
    Nehalem: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
    SandyBridge: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
    SapphireRapids: [0, 0, 0, 0, 1, 2, 2, 3, 3, 3, 4, 4, 8],
    SierraForest: [0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 3, 6],
    'Skylake-Client': [3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
    'Skylake-Server': [3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6],
    Snowridge: [2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
    Westmere: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
    YongFeng: [0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 3, 3],
  }),
);

/** Names of a version of another model, and models that follow what QEMU runs on. */
const UNVERSIONED = /-(IBRS|IBPB|noTSX)$|^(base|host|max)$/;

/** The release with which a model of x86 came; undefined: 2.5 had it. */
export const cpuModelSince = (name: string): string | undefined => SINCE.get(named(name));

/** The first release without a model of x86; undefined: none. */
export const cpuModelGone = (name: string): string | undefined => GONE.get(named(name));

/** The names of x86, for suggestions. */
export const cpuModelNames = (): Iterable<string> => MODELS;

/** Whether models of that architecture go by the names that libvirt has for them. */
export const namesCpuModels = (arch: string): boolean => arch === 'x86_64' || arch === 'i386';

/**
 * Whether QEMU of that release has a CPU model of that name, or a version of it; undefined: not known here.
 */
export function cpuModelIn(version: BinaryVersion, arch: string, name: string): boolean | undefined {
  if (!namesCpuModels(arch)) return undefined;
  const release = releaseOf(version);
  // Releases after the newest of the list may have more.
  const later = atLeast(release, '11.2');
  if (!MODELS.has(named(name))) return later ? undefined : false;
  const [since, gone] = [cpuModelSince(name), cpuModelGone(name)];
  const there =
    (since === undefined || atLeast(release, since)) && (gone === undefined || !atLeast(release, gone));
  return there && (later || named(name) === name || hasVersion(release, name));
}

/** Versions came with 4.1; a release between two that are known may have all of the later one. */
function hasVersion(release: BinaryVersion, name: string): boolean {
  const model = named(name);
  if (UNVERSIONED.test(model) || !atLeast(release, '4.1')) return false;
  const before = COUNTED.findLastIndex((known) => atLeast(release, known));
  const isKnown = before >= 0 && COUNTED[before] === `${release.major}.${release.minor}`;
  const count = VERSIONS.get(model)?.[Math.min(isKnown ? before : before + 1, COUNTED.length - 1)] ?? 1;
  const version = /-v([1-9]\d*)$/.exec(name)?.[1];
  return version !== undefined && Number(version) <= count;
}

const named = (name: string) => name.replace(/-v\d+$/, '');
