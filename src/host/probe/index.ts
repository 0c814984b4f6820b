/**
 * The only part that opens /sys and /dev. It is loaded when the host is looked at, not before. Nothing here throws and
 * nothing writes: what cannot be read is not in the facts.
 */
import { machine } from 'node:os';
import type { BlockDevice, HostFacts } from '../facts';
import { readAdapters } from './adapters';
import { readPci, readUsb } from './attached';
import { blockNames, readBlock } from './block';
import { readCapacity } from './capacity';
import { Files } from './files';
import { readImages, type OpenedImage } from './images';
import { readFirmware } from './firmware';
import { allLinks } from './links';
import { readMachine } from './machine';
import { readListening, readNetwork } from './network';
import { readNode } from './nodes';
import { readPaths, type Wanted } from './paths';
import { readBridgeAcl, readPrograms } from './programs';
import { readScsi, scsiAddresses } from './scsi';
import { readScsiUse } from './scsi-use';
import { usageOf } from './usage';

/** Character devices that some guests need, and where the variables of a guest's firmware go that names no place. */
const NODES = [
  '/dev/kvm',
  '/dev/net/tun',
  '/dev/vhost-net',
  '/dev/vhost-scsi',
  '/dev/vhost-vsock',
  '/dev/vfio/vfio',
  '/var/lib/libvirt/qemu/nvram',
];

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
    ...readMachine(files),
    ...readSurroundings(files),
  };
}

/** What no conversion asks for, and a check does. */
function readSurroundings(
  files: Files,
): Partial<HostFacts> & { readonly nodes: NonNullable<HostFacts['nodes']> } {
  const firmware = readFirmware(files);
  return {
    nodes: nodesOf(files, firmware),
    ...readCapacity(files),
    ...readNetwork(files),
    bridgeAcl: readBridgeAcl(files),
    programs: readPrograms(files, files.isHost ? process.env['PATH'] : undefined),
    usb: readUsb(files),
    pci: readPci(files),
    firmware,
  };
}

/** Those of NODES, the IOMMU groups that can be given away, and the files of the firmware. */
function nodesOf(files: Files, firmware: HostFacts['firmware'] = []): NonNullable<HostFacts['nodes']> {
  const groups = files
    .names('/dev/vfio')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => `/dev/vfio/${name}`);
  const images = firmware.flatMap(({ executable, nvramTemplate }) => [
    executable.filename,
    ...(nvramTemplate === undefined ? [] : [nvramTemplate.filename]),
  ]);
  return [...new Set([...NODES, ...groups, ...images])].map((path) => readNode(files, path));
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

/** What listens, and who: for the same. */
export function probeListening({ root = '/' }: ProbeOptions = {}): HostFacts['listening'] {
  return readListening(new Files(root), { withOwners: true });
}

/** Whether somebody has these block devices for himself: for the same, of what a guest is to write to. */
export function probeHeld(
  devices: readonly BlockDevice[],
  { root = '/' }: ProbeOptions = {},
): readonly BlockDevice[] {
  const files = new Files(root);
  return devices.map((device) => ({ ...device, held: files.isHeld(device.path) }));
}

/** What one guest names, and all that it may need beside: what `check` looks at. */
export function probeGuest(wanted: Wanted, { root = '/' }: ProbeOptions = {}): HostFacts {
  const files = new Files(root);
  const facts = probePaths(wanted, { root });
  if (!files.exists('/sys/class')) return facts;
  const { nodes, ...surroundings } = readSurroundings(files);
  return {
    ...facts,
    hostname: files.text('/proc/sys/kernel/hostname'),
    nodes: [...(facts.nodes ?? []), ...nodes.filter(({ path }) => !wanted.paths.includes(path))],
    ...surroundings,
  };
}

/** What the paths are that a whole look at the host leaves out: images, folders, sockets. */
export function probeNodes(
  paths: readonly string[],
  { root = '/' }: ProbeOptions = {},
): NonNullable<HostFacts['nodes']> {
  const files = new Files(root);
  return paths.map((path) => readNode(files, path));
}

/** The headers of images, and of what they name: for a check. */
export function probeImages(
  images: readonly OpenedImage[],
  { root = '/' }: ProbeOptions = {},
): NonNullable<HostFacts['images']> {
  return readImages(new Files(root), images);
}

function archOf(files: Files, root: string): string | undefined {
  return files.text('/proc/sys/kernel/arch') ?? (root === '/' ? machine() : undefined);
}
