import { parseMachineName } from '../machine-version';
import { boardsOf } from './boards';
import type { PlainMachine } from './family';
import type { MachineType } from './machine-type';
import { compare, pair, type Pair } from './release';

/** The boards of an architecture other than x86 that have no versions, in a release. */
export function boardsIn(binary: Pair, arch: string): MachineType[] {
  return plainMachines(boardsOf(arch), binary);
}

/** Those of a table that a release has, as it has them. */
export function plainMachines(table: readonly PlainMachine[], binary: Pair): MachineType[] {
  const from = (release: PlainMachine['until']) =>
    release !== undefined && compare(binary, pair(release)) >= 0;
  return table
    .filter(({ since, until }) => from(since) && !from(until))
    .map(({ name, alias, maxCpus, defaultCpu, cpuTold, defaultRamId, deprecated, ...flags }) => ({
      name,
      ...parseMachineName(name),
      alias,
      isDefault: flags.isDefault === true,
      deprecated: from(deprecated),
      maxCpus,
      hotplugCpus: flags.hotplugCpus === true,
      defaultCpu: cpuTold === undefined || from(cpuTold) ? defaultCpu : undefined,
      defaultRamId,
      numaMem: flags.numaMem === true,
    }));
}
