/**
 * The only part that opens /sys and /dev. It is loaded when the host is looked at, not before. Nothing here throws and
 * nothing writes: what cannot be read is not in the facts.
 */
import { machine } from 'node:os';
import type { HostFacts } from '../facts';
import { readAdapters } from './adapters';
import { blockNames, readBlock } from './block';
import { Files } from './files';
import { readFirmware } from './firmware';
import { allLinks } from './links';
import { readMachine } from './machine';
import { readNode } from './nodes';
import { readPaths, type Wanted } from './paths';
import { readScsi, scsiAddresses } from './scsi';
import { readScsiUse } from './scsi-use';
import { usageOf } from './usage';

/** Character devices that some guests need. */
const NODES = ['/dev/kvm', '/dev/net/tun', '/dev/vhost-net', '/dev/vhost-scsi', '/dev/vhost-vsock'];

export interface ProbeOptions {
  /** Where the host's file system is: `/`, or a tree that looks like it. */
  readonly root?: string | undefined;
}

/** All SCSI devices, adapters and block devices of this host. */
export function probeHost({ root = '/' }: ProbeOptions = {}): HostFacts {
  const files = new Files(root);
  const about = {
    schema: 1,
    hostname: files.text('/proc/sys/kernel/hostname'),
    arch: archOf(files, root),
  } as const;
  // Another system than Linux, or a sandbox without sysfs: nothing is known of its devices.
  if (!files.exists('/sys/class')) return about;
  const links = allLinks(files);
  const usage = usageOf(files);
  return {
    ...about,
    scsi: scsiAddresses(files)
      .map((hctl) => readScsi(files, hctl, links))
      .filter((device) => device !== undefined),
    adapters: readAdapters(files),
    block: blockNames(files)
      .map((name) => readBlock(files, name, { links, usage }))
      .filter((device) => device !== undefined),
    nodes: NODES.map((path) => readNode(files, path)),
    ...readMachine(files),
    firmware: readFirmware(files),
  };
}

/** What `<os firmware=>` chooses from: a dozen small files. */
export function probeFirmware({ root = '/' }: ProbeOptions = {}): HostFacts['firmware'] {
  return readFirmware(new Files(root));
}

/** Only what one guest names; milliseconds on a host with thousands of LUNs. */
export function probePaths(wanted: Wanted, { root = '/' }: ProbeOptions = {}): HostFacts {
  const files = new Files(root);
  const about = { schema: 1, arch: archOf(files, root) } as const;
  if (!files.exists('/sys/class')) {
    return { ...about, covers: 'paths', nodes: wanted.paths.map((path) => readNode(files, path)) };
  }
  return { ...about, ...readPaths(files, wanted), ...readMachine(files) };
}

/** How SCSI devices are used: for a check, and for a snapshot that a check may be made with elsewhere. */
export function probeScsiUse({ root = '/' }: ProbeOptions = {}): HostFacts['scsiUse'] {
  return readScsiUse(new Files(root));
}

function archOf(files: Files, root: string): string | undefined {
  return files.text('/proc/sys/kernel/arch') ?? (root === '/' ? machine() : undefined);
}
