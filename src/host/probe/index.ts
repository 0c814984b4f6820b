/**
 * The only part that opens /sys and /dev. Nothing here throws and nothing writes: what cannot be read is not in the facts.
 */
import type { BlockDevice, HostFacts } from '../facts';
import { blockNames, readBlock } from './block';
import { readFirmware } from './firmware';
import { readImages, type OpenedImage } from './images';
import { allLinks } from './links';
import { lookAt, type Look, type ProbeOptions } from './look';
import { readAcceleration } from './machine';
import { readNode } from './nodes';
import { readPaths, type Wanted } from './paths';
import { readScsi, scsiAddresses } from './scsi';

export { lookAt, type Look } from './look';

/** All SCSI devices, adapters and block devices of this host. */
export function probeHost(options: ProbeOptions = {}): HostFacts {
  const look = lookOf(options);
  const { files } = look;
  const about = { schema: 1, hostname: look.hostname(), arch: look.arch() } as const;
  // Another system than Linux, or a sandbox without sysfs: nothing is known of its devices.
  if (!look.hasDevices()) return about;
  const links = allLinks(files);
  const usage = look.usage();
  return {
    ...about,
    scsi: scsiAddresses(files)
      .map((hctl) => readScsi(files, hctl, links))
      .filter((device) => device !== undefined),
    adapters: look.adapters(),
    block: blockNames(files)
      .map((name) => readBlock(files, name, { links, usage }))
      .filter((device) => device !== undefined),
    ...look.machine(),
    ...look.surroundings(),
  };
}

/** What `<os firmware=>` chooses from: a dozen small files. */
export function probeFirmware(options: ProbeOptions = {}): HostFacts['firmware'] {
  return readFirmware(lookOf(options).files);
}

/** Only what one guest names; milliseconds on a host with thousands of LUNs. */
export function probePaths(wanted: Wanted, options: ProbeOptions = {}): HostFacts {
  const look = lookOf(options);
  const about = { schema: 1, arch: look.arch() } as const;
  if (!look.hasDevices()) {
    return { ...about, covers: 'paths', nodes: wanted.paths.map((path) => readNode(look.files, path)) };
  }
  const machine = wanted.memory === false ? readAcceleration(look.files) : look.machine();
  return { ...about, ...readPaths(look, wanted), ...machine };
}

/** How SCSI devices are used: for a check, and for a snapshot that a check may be made with elsewhere. */
export function probeScsiUse(options: ProbeOptions = {}): HostFacts['scsiUse'] {
  return lookOf(options).scsiUse();
}

/** What listens, and who: for the same. */
export function probeListening(options: ProbeOptions = {}): HostFacts['listening'] {
  return lookOf(options).listening();
}

/** Whether somebody has these block devices for himself: for the same, of what a guest is to write to. */
export function probeHeld(
  devices: readonly BlockDevice[],
  options: ProbeOptions = {},
): readonly BlockDevice[] {
  const { files } = lookOf(options);
  return devices.map((device) => ({ ...device, held: files.isHeld(device.path) }));
}

/** What one guest names, and all that it may need beside: what `check` looks at. */
export function probeGuest(wanted: Wanted, options: ProbeOptions = {}): HostFacts {
  const look = lookOf(options);
  const facts = probePaths(wanted, { look });
  if (!look.hasDevices()) return facts;
  const { nodes, ...surroundings } = look.surroundings();
  return {
    ...facts,
    hostname: look.hostname(),
    nodes: [...(facts.nodes ?? []), ...nodes.filter(({ path }) => !wanted.paths.includes(path))],
    ...surroundings,
  };
}

/** What the paths are that a whole look at the host leaves out: images, folders, sockets. */
export function probeNodes(
  paths: readonly string[],
  options: ProbeOptions = {},
): NonNullable<HostFacts['nodes']> {
  const { files } = lookOf(options);
  return paths.map((path) => readNode(files, path));
}

/** The headers of images, and of what they name: for a check. */
export function probeImages(
  images: readonly OpenedImage[],
  options: ProbeOptions = {},
): NonNullable<HostFacts['images']> {
  return readImages(lookOf(options).files, images);
}

function lookOf({ root, look = lookAt(root) }: ProbeOptions): Look {
  return look;
}
