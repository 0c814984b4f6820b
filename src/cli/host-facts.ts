import { NO_FACTS, type Hctl, type HostFacts } from '../host/facts';
import { hctlOfAdapter } from '../host/scsi';
import type { Device } from '../model/device';
import type { Domain } from '../model/domain';

/** How much is looked at: what a conversion decides by, or all that a check has something to say about. */
export type Depth = 'convert' | 'check';

/**
 * What this host says about the devices that a guest names: nothing else is looked at, and nothing at all for a guest of
 * images. A path that is not here is taken as unknown, not as missing: the guest may be meant for another host.
 */
export async function probeFor(domain: Domain, depth: Depth = 'convert'): Promise<HostFacts> {
  const paths = domain.devices.flatMap((device) => devicePaths(device, depth));
  const scsi = domain.devices.flatMap(scsiAddresses);
  // Names and WWNs are looked for among all that is there.
  if (needsHost(domain)) return (await import('../host/probe')).probeHost();
  const named = paths.length > 0 || scsi.length > 0;
  const withFirmware = domain.os.firmware !== undefined || domain.os.loader?.path !== undefined;
  if (!named && !withFirmware) return NO_FACTS;
  const { probeFirmware, probePaths } = await import('../host/probe');
  const { nodes, kvm, ...facts } = named ? probePaths({ paths, scsi }) : NO_FACTS;
  return {
    ...facts,
    // The same of KVM: a laptop without it can still preview a guest of a server.
    kvm: kvm === true ? true : undefined,
    nodes: nodes?.filter(({ kind }) => kind !== 'absent'),
    firmware: withFirmware ? probeFirmware() : undefined,
  };
}

/** Device nodes, and whatever is to be passed through as a LUN; images too for a check. */
function devicePaths(device: Device, depth: Depth): string[] {
  if (device.kind !== 'disk' || (device.source?.type !== 'block' && device.source?.type !== 'file'))
    return [];
  const { type, path } = device.source;
  const wanted = type === 'block' || device.device === 'lun' || depth === 'check';
  return path !== undefined && wanted ? [path] : [];
}

/** Whether the guest names what only a look at the host can tell, as libvirt's own forms never do. */
export function needsHost({ devices }: Domain): boolean {
  return devices.some(isReference);
}

function isReference(device: Device): boolean {
  if (device.kind === 'controller') return device.source !== undefined;
  return (
    device.kind === 'hostdev' &&
    (device.source.type === 'scsi-reference' || device.source.type === 'scsi-set')
  );
}

function scsiAddresses(device: Device): Hctl[] {
  if (device.kind !== 'hostdev' || device.source.type !== 'scsi-host') return [];
  const hctl = hctlOfAdapter(device.source);
  return hctl === undefined ? [] : [hctl];
}
