import type { Disk } from '../model/disk';
import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import type { Hostdev } from '../model/hostdev';
import { iscsiLun } from '../model/iscsi-name';
import type { NetworkSource } from '../model/storage-source';
import type { SourceUse } from './source-use';

/** Storage on a network that QEMU itself connects to for a device. */
export interface Connected extends SourceUse {
  readonly device: Disk | Hostdev;
  readonly source: NetworkSource;
  /** In a sentence, and the same for all who mean the same: `iSCSI LUN iqn.2024-01.org.example:shelf/0`. */
  readonly what: string;
}

export function connectedBy(guest: Domain): readonly Connected[] {
  return [
    ...devicesOf(guest, 'disk').flatMap((device) =>
      device.source?.type === 'network'
        ? connected(device, device.source, device.readonly || device.device === 'cdrom')
        : [],
    ),
    ...devicesOf(guest, 'hostdev').flatMap((device) =>
      device.source.type === 'scsi-iscsi' ? connected(device, device.source.network, device.readonly) : [],
    ),
  ];
}

/** QEMU writes to none of these (block/curl.c). */
const READ_ONLY: ReadonlySet<string> = new Set(['http', 'https', 'ftp', 'ftps', 'tftp']);

function connected(device: Disk | Hostdev, source: NetworkSource, reads: boolean): Connected[] {
  if (READ_ONLY.has(source.protocol)) return [];
  return [{ device, source, what: nameOf(source), shared: device.shareable, reads }];
}

/** The name of a target is its own in all the world, whichever portal leads there (RFC 7143 4.2.7); others' are their servers'. */
function nameOf({ protocol, name = '', hosts: [host] }: NetworkSource): string {
  if (protocol === 'iscsi') {
    const { target, lun } = iscsiLun(name);
    return `iSCSI LUN ${target}/${lun}`;
  }
  const server = host?.name ?? host?.socket;
  const port = host?.port === undefined ? '' : `:${host.port}`;
  return `${protocol} ${server === undefined ? '' : `${server}${port}/`}${name}`;
}
