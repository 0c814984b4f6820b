import type { HostFacts } from '../../host/facts';
import { usbId } from '../../host/usb';
import { pciText } from '../../model/address';
import type { HostdevSource } from '../../model/hostdev';
import { referenceIdentity } from '../scsi/reference';

/** The same words for the same device of the host: `PCI device 0000:06:02.0`. */
export function hostDeviceName(source: HostdevSource, host: HostFacts): string {
  switch (source.type) {
    case 'scsi-reference':
      return `SCSI device ${referenceIdentity(host, source.reference)}`;
    case 'scsi-host':
      return `SCSI device ${source.adapter}:${source.bus}:${source.target}:${source.unit}`;
    case 'scsi-iscsi': {
      const portals = source.network.hosts.map(({ name = '', port = 3260 }) => `${name}:${port}`);
      return `iSCSI LUN ${portals.join(',')} ${source.network.name ?? ''}`;
    }
    case 'scsi-set':
      return 'a whole SCSI target or adapter';
    case 'vhost-scsi':
      return `vhost-scsi target ${source.wwpn}`;
    case 'pci':
      return `PCI device ${pciText(source.address)}`;
    case 'mdev':
      return `mediated device ${source.uuid}`;
    case 'usb':
      return source.bus === undefined
        ? `USB device ${usbId(source.vendor)}:${usbId(source.product)}`
        : `USB device ${source.bus}:${source.device ?? `port ${source.port}`}`;
  }
}
