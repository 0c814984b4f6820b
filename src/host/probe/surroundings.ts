import type { HostFacts } from '../facts';
import { readPci, readUsb } from './attached';
import { readCapacity } from './capacity';
import type { Files } from './files';
import { readFirmware } from './firmware';
import { readNetwork } from './network';
import { readNode } from './nodes';
import { readBridgeAcl, readPrograms } from './programs';

export type Surroundings = Partial<HostFacts> & { readonly nodes: NonNullable<HostFacts['nodes']> };

/** What no conversion asks for, and a check does. */
export function readSurroundings(files: Files): Surroundings {
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

/** Character devices that some guests need, and where the variables of a guest's firmware go that names no place. */
const NODES = [
  '/dev/kvm',
  '/dev/udmabuf',
  '/dev/net/tun',
  '/dev/vhost-net',
  '/dev/vhost-scsi',
  '/dev/vhost-vsock',
  '/dev/vfio/vfio',
  '/var/lib/libvirt/qemu/nvram',
  '/var/lib/libvirt/qemu/varstore',
];

/** Those of NODES, the IOMMU groups that can be given away, and the files of the firmware. */
function nodesOf(files: Files, firmware: HostFacts['firmware'] = []): NonNullable<HostFacts['nodes']> {
  const groups = files
    .names('/dev/vfio')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => `/dev/vfio/${name}`);
  const images = firmware.flatMap(({ executable, nvramTemplate, varstoreTemplate }) => [
    executable.filename,
    ...(nvramTemplate === undefined ? [] : [nvramTemplate.filename]),
    ...(varstoreTemplate === undefined ? [] : [varstoreTemplate]),
  ]);
  return [...new Set([...NODES, ...groups, ...images])].map((path) => readNode(files, path));
}
