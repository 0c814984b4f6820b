import { hostSnapshotInvalid, hostSnapshotSyntax, hostSnapshotVersion } from '../../diagnostics/catalog';
import type { Report } from '../../diagnostics/diagnostic';
import type { HostFacts } from '../facts';
import {
  absolutePath,
  count,
  either,
  flag,
  isObject,
  list,
  object,
  optional,
  table,
  text,
  word,
  type Guard,
} from '../shape';
import {
  bridgeAcl,
  listening,
  pciFunction,
  program,
  qemuBuild,
  usbDevice,
  virtiofsd,
} from './attached-shape';
import { blockDevice, hostNode } from './block-shape';
import { hugePagePool, kvmState, memory, memoryLock } from './capacity-shape';
import { image } from './image-shape';
import { qemuConf } from './qemu-conf-shape';
import { clock, cpu, hugePages, numa, reportedCpus, sev, tpm } from './machine-shape';
import { scsiAdapter, scsiDevice, scsiUse } from './scsi-shape';
import { firmware, hostNetwork, hostNetworkPort, storagePool, vhostUser } from './service-shape';

/** The schema that this release writes and reads. */
const SCHEMA: HostFacts['schema'] = 1;

/** More faults than this help nobody: it is another kind of file. */
const MOST_FAULTS = 20;

const schema: Guard<1> = (value): value is 1 => value === SCHEMA;

const snapshot = object<HostFacts>({
  schema,
  hostname: optional(text),
  arch: optional(text),
  covers: optional(word<'paths'>({ paths: true })),
  scsi: optional(list(scsiDevice)),
  adapters: optional(list(scsiAdapter)),
  block: optional(list(blockDevice)),
  nodes: optional(list(hostNode)),
  images: optional(list(image)),
  anyScsi: optional(absolutePath),
  scsiUse: optional(scsiUse),
  pools: optional(list(storagePool)),
  networks: optional(list(hostNetwork)),
  networkPorts: optional(list(hostNetworkPort)),
  interfaces: optional(list(text)),
  bridges: optional(list(text)),
  bridgeAcl: optional(bridgeAcl),
  listening: optional(listening),
  usb: optional(list(usbDevice)),
  pci: optional(list(pciFunction)),
  cpu: optional(cpu),
  cpus: optional(table(cpu)),
  numa: optional(numa),
  hostCpus: optional(table(reportedCpus)),
  keepsMachineAliases: optional(list(text)),
  memory: optional(memory),
  memoryLock: optional(memoryLock),
  onlineCpus: optional(count),
  hugepages: optional(list(hugePages)),
  hugepagePools: optional(list(hugePagePool)),
  pageSize: optional(count),
  kvm: optional(flag),
  kvmState: optional(kvmState),
  sev: optional(sev),
  qemuBuilds: optional(list(qemuBuild)),
  gicVersions: optional(list(count)),
  clock: optional(clock),
  programs: optional(list(program)),
  virtiofsd: optional(list(virtiofsd)),
  firmware: optional(list(firmware)),
  vhostUser: optional(list(vhostUser)),
  secrets: optional(either(word<'any'>({ any: true }), list(text))),
  renderNode: optional(absolutePath),
  vsockCid: optional(count),
  qemuConf: optional(qemuConf),
  tpm: optional(tpm),
});

/** The text of a snapshot file -> facts, or undefined and what is wrong with it. `file` names it in messages. */
export function readSnapshot(json: string, file: string, report: Report): HostFacts | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (problem) {
    report(hostSnapshotSyntax(file, problem instanceof Error ? problem.message : String(problem)));
    return undefined;
  }
  return checkSnapshot(value, file, report);
}

/** A JSON value -> facts, or undefined and what is wrong with it. */
export function checkSnapshot(value: unknown, file: string, report: Report): HostFacts | undefined {
  if (!isObject(value)) {
    report(hostSnapshotInvalid(file, '$', 'is not an object'));
    return undefined;
  }
  // Another version may differ in anything, so nothing else is said of it.
  if (value['schema'] !== SCHEMA) {
    report(hostSnapshotVersion(file, value['schema'], SCHEMA));
    return undefined;
  }
  let faults = 0;
  const good = snapshot(value, '$', (path, problem) => {
    if (faults++ < MOST_FAULTS) report(hostSnapshotInvalid(file, path, problem));
  });
  return good ? value : undefined;
}
