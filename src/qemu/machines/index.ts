import { releaseAfter, releaseOf, type BinaryVersion } from '../version';
import { parseMachineName } from '../machine-version';
import { X86 } from '../capabilities/arch';
import type { Bound, MachineFamily } from './family';
import type { MachineType } from './machine-type';
import { boardsIn, plainMachines } from './plain';
import { compare, later, pair, type Pair } from './release';
import { FAMILIES, PLAIN_MACHINES } from './table';
import { vendorOf } from './vendor';

export type { MachineType } from './machine-type';

const known = new Map<string, readonly MachineType[]>();

/** Lists are kept by release and architecture, or family. */
function kept(
  { major, minor }: Pair,
  what: string,
  list: (binary: Pair) => readonly MachineType[],
): readonly MachineType[] {
  const key = `${what}/${major}.${minor}`;
  let machines = known.get(key);
  if (machines === undefined) {
    machines = list({ major, minor });
    known.set(key, machines);
  }
  return machines;
}

/** The machine types of a release, as the tables know them. */
export function machinesOf(version: BinaryVersion, arch: string): readonly MachineType[] {
  return kept(releaseOf(version), arch, (binary) => listMachines(binary, arch));
}

/** One of them by its name or its alias: where it is of a family no other is made. */
export function machineOf(version: BinaryVersion, arch: string, name: string): MachineType | undefined {
  const release = releaseOf(version);
  return (
    ofFamily(release, arch, name) ??
    machineNamed(
      kept(release, `${arch} others`, (binary) => otherMachines(binary, arch)),
      name,
    ) ??
    ofVendor(release, arch, name)
  );
}

/** The major and minor release whose hardware a machine type has, whoever named it; undefined for an alias. */
export function hardwareOf(name: string): readonly [number, number] | undefined {
  const parsed = parseMachineName(name);
  const vendor = vendorOf(parsed);
  if (vendor === undefined && parsed.vendor !== undefined) return undefined;
  const of = vendor === undefined ? parsed.version : pair(vendor.release);
  return of && [of.major, of.minor];
}

/** As many as the newest board of any distribution has: what each has is not known, and is no reason to refuse. */
const VENDOR_CPUS = 4096;

/** A distribution's type is a board of its family, with the hardware of a release. Any may have kept it for long. */
function ofVendor(binary: Pair, arch: string, name: string): MachineType | undefined {
  const parsed = parseMachineName(name);
  const vendor = vendorOf(parsed);
  const family = familiesOf(arch).find((one) => one.name === parsed.family);
  if (vendor === undefined || family === undefined) return undefined;
  const version = pair(vendor.release);
  if (compare(version, binary) > 0) return undefined;
  const machine = versionedMachine(family, version, binary);
  return {
    ...machine,
    ...parsed,
    name,
    alias: undefined,
    isDefault: false,
    deprecated: false,
    maxCpus: Math.max(machine.maxCpus, family.name === 'pc-i440fx' ? 0 : VENDOR_CPUS),
    likened: machine.name,
  };
}

const versioned = new Map<string, MachineType>();

/** Kept by name, release and architecture where there is one: of other names there is no end. */
function ofFamily(binary: Pair, arch: string, name: string): MachineType | undefined {
  const key = `${arch} ${name}/${binary.major}.${binary.minor}`;
  const before = versioned.get(key);
  if (before !== undefined) return before;
  const family = familiesOf(arch).find((one) => name === one.alias || name.startsWith(`${one.name}-`));
  const version =
    family &&
    versionsOf(family, binary).find((one) =>
      name === family.alias ? isNewest(one, binary) : name === nameOf(family, one),
    );
  if (family === undefined || version === undefined) return undefined;
  const machine = versionedMachine(family, version, binary);
  versioned.set(key, machine);
  return machine;
}

const nameOf = ({ name }: MachineFamily, { major, minor, micro }: Pair) =>
  `${name}-${major}.${minor}${micro === undefined ? '' : `.${micro}`}`;

const isNewest = (version: Pair, binary: Pair) =>
  compare(version, binary) === 0 && version.micro === undefined;

/** A machine type by its name or its alias. */
export function machineNamed(machines: readonly MachineType[], name: string): MachineType | undefined {
  return machines.find((machine) => machine.name === name || machine.alias === name);
}

/** The name without a version of a board: it stands for the newest type. */
export function newestName(family: string): string {
  // Before 1.4 the i440FX board was called pc.
  return FAMILIES.find(({ name }) => name === family)?.alias ?? family;
}

function listMachines(binary: Pair, arch: string): MachineType[] {
  const versioned = familiesOf(arch).flatMap((family) => versionedMachines(family, binary));
  return [...versioned, ...otherMachines(binary, arch)];
}

function familiesOf(arch: string): readonly MachineFamily[] {
  return FAMILIES.filter((family) => family.arch.includes(arch));
}

function versionedMachines(family: MachineFamily, binary: Pair): MachineType[] {
  return versionsOf(family, binary).map((version) => versionedMachine(family, version, binary));
}

/** Those whose names have no version, and the PCs before they had families. */
function otherMachines(binary: Pair, arch: string): MachineType[] {
  if (!X86.some((one) => one === arch)) return boardsIn(binary, arch);
  return [...plainMachines(PLAIN_MACHINES, binary), ...oldPcs(binary)];
}

/** The one type that a stable release added between two. */
const Q35_4_0_1: Pair = { major: 4, minor: 0, micro: 1 };

function versionsOf(family: MachineFamily, binary: Pair): Pair[] {
  const oldest = boundOf(family.oldest, binary);
  if (oldest === undefined) return [];
  const first = later(oldest, deletedByRule(binary));
  const versions: Pair[] = [];
  for (let at = first; compare(at, binary) <= 0; at = releaseAfter(at)) {
    versions.push(at);
    if (family.name === 'pc-q35' && at.major === 4 && at.minor === 0 && compare(binary, at) > 0)
      versions.push(Q35_4_0_1);
  }
  return versions;
}

function versionedMachine(family: MachineFamily, version: Pair, binary: Pair): MachineType {
  const name = nameOf(family, version);
  const newest = isNewest(version, binary);
  return {
    name,
    ...parseMachineName(name),
    alias: newest ? family.alias : undefined,
    isDefault: newest && family.isDefault === true,
    deprecated: isDeprecated(family, version, binary),
    maxCpus: maxCpusOf(family, version, binary),
    hotplugCpus: family.hotplugCpus !== undefined && compare(version, pair(family.hotplugCpus)) >= 0,
    defaultCpu: family.defaultCpus.findLast(([since]) => compare(version, pair(since)) >= 0)?.[1],
    defaultRamId: family.defaultRamId,
    numaMem: family.numaMem ?? (compare(version, pair('5.0')) <= 0 && family.name !== 's390-ccw-virtio'),
  };
}

/** Before 1.4 the i440FX board was `pc-1.3` and older; removed in 4.0 (0.10, 0.11), 5.0 (0.12 to 0.15) and 6.0 (1.0 to 1.3). */
function oldPcs(binary: Pair): MachineType[] {
  const oldest = boundOf(
    [
      ['0.10', '0.10'],
      ['4.0', '0.12'],
      ['5.0', '1.0'],
      ['6.0', '1.4'],
    ],
    binary,
  );
  const machines: MachineType[] = [];
  const end = pair('1.3');
  for (let at = oldest ?? binary; compare(at, end) <= 0 && compare(at, binary) <= 0; at = releaseAfter(at))
    machines.push(oldPc(at, binary));
  return machines;
}

function oldPc(version: Pair, binary: Pair): MachineType {
  const newest = compare(version, binary) === 0;
  const name = `pc-${version.major}.${version.minor}`;
  const names = { name, ...parseMachineName(name), alias: newest ? 'pc' : undefined };
  const board = { maxCpus: 255, defaultCpu: 'qemu64', defaultRamId: 'pc.ram', numaMem: true };
  return {
    ...names,
    ...board,
    isDefault: newest,
    deprecated: compare(binary, pair('3.0')) >= 0,
    hotplugCpus: true,
  };
}

/** Since 9.1 a type is deprecated three major releases after its own (QEMU include/hw/boards.h). */
function isDeprecated(family: MachineFamily, version: Pair, binary: Pair): boolean {
  const limit =
    compare(binary, pair('9.1')) >= 0
      ? { major: binary.major - 3, minor: binary.minor }
      : boundOf(family.deprecated, binary);
  return limit !== undefined && compare(version, limit) <= 0;
}

/** Since 10.1 a type is deleted six major releases after its own: the oldest that is left. */
function deletedByRule(binary: Pair): Pair | undefined {
  return compare(binary, pair('10.1')) >= 0
    ? releaseAfter({ major: binary.major - 6, minor: binary.minor })
    : undefined;
}

function maxCpusOf(family: MachineFamily, version: Pair, binary: Pair): number {
  const step = family.maxCpus.findLast(([since]) => compare(version, pair(since)) >= 0);
  const most = family.mostCpus?.findLast(([since]) => compare(binary, pair(since)) >= 0);
  return Math.min(step?.[1] ?? 1, most?.[1] ?? Infinity);
}

function boundOf(bounds: readonly Bound[], binary: Pair): Pair | undefined {
  const bound = bounds.findLast(([since]) => compare(binary, pair(since)) >= 0);
  return bound === undefined ? undefined : pair(bound[1]);
}
