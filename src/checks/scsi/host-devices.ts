import { blockByPath, nodeByPath } from '../../host/block';
import type { HostFacts } from '../../host/facts';
import { scsiDeviceByAdapter, scsiDeviceByNode } from '../../host/scsi';
import { findScsiLun } from '../../host/scsi-finding';
import type { Device } from '../../model/device';
import type { Check } from '../check';

/** The conversion itself looks at what the guest opens; this says where it could not. */
export const hostDevices: Check = ({ guest, context, skip }) => {
  if (guest.devices.some((device) => isUnknown(device, context.host)))
    skip('whether its devices are there, free and may be opened');
};

function isUnknown(device: Device, host: HostFacts): boolean {
  if (device.kind === 'disk') {
    const { source } = device;
    if (source?.type !== 'block' || source.path === undefined) return false;
    return isUnknownPath(host, source.path);
  }
  if (device.kind !== 'hostdev') return false;
  if (device.source.type === 'scsi-host') return scsiDeviceByAdapter(host, device.source) === 'unknown';
  if (device.source.type !== 'scsi-reference') return false;
  const found = findScsiLun(host, device.source.reference);
  return found.outcome === 'unknown' || (found.outcome === 'path' && isUnknownPath(host, found.path));
}

function isUnknownPath(host: HostFacts, path: string): boolean {
  return [blockByPath(host, path), nodeByPath(host, path), scsiDeviceByNode(host, path)].every(
    (found) => found === 'unknown',
  );
}
