import { probeHeld } from '.';
import { blockByPath } from '../block';
import type { BlockDevice, HostFacts } from '../facts';
import { scsiDeviceByAdapter } from '../scsi';
import type { Device } from '../../model/device';
import type { Domain } from '../../model/domain';

/** The facts with what a check asks of the block devices that the guest is to write to, and that sysfs calls free. */
export function withHeld(facts: HostFacts, domain: Domain): HostFacts {
  const wanted = new Set(domain.devices.flatMap((device) => writtenBy(device, facts)).filter(isFree));
  if (wanted.size === 0) return facts;
  const asked = new Map(probeHeld([...wanted]).map((device) => [device.path, device]));
  return { ...facts, block: facts.block?.map((device) => asked.get(device.path) ?? device) };
}

function writtenBy(device: Device, facts: HostFacts): readonly BlockDevice[] {
  const path = pathOf(device, facts);
  const block = path === undefined ? undefined : blockByPath(facts, path);
  return typeof block === 'object' ? [block] : [];
}

function pathOf(device: Device, facts: HostFacts): string | undefined {
  if (device.kind === 'disk') {
    const { source, readonly } = device;
    if (readonly || device.device === 'cdrom') return undefined;
    return source?.type === 'block' || source?.type === 'file' ? source.path : undefined;
  }
  if (device.kind !== 'hostdev' || device.readonly || device.source.type !== 'scsi-host') return undefined;
  const lun = scsiDeviceByAdapter(facts, device.source);
  return typeof lun === 'object' ? lun.block?.path : undefined;
}

/** What is mounted or part of something is held, and said by that name. One that may not be opened is said too. */
function isFree({ holders, mounts, swap, access }: BlockDevice): boolean {
  return holders.length === 0 && mounts.length === 0 && !swap && access !== 'none';
}
