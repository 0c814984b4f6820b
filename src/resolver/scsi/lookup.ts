import { scsiDeviceNotFound } from '../../diagnostics/catalog';
import { scsiDeviceByAdapter } from '../../host/scsi';
import type { Disk } from '../../model/disk';
import type { Hostdev, ScsiHostSource } from '../../model/hostdev';
import type { Place } from '../../model/place';
import { locateSource } from '../block-backend/volume';
import type { Context } from '../context';
import { factOf, ofDevice, ofPath } from './host';
import { ofReference } from './reference';
import { sourceByName, type ScsiSource } from './source';

/** What the XML names, with what is known of it on the host; undefined: it is not there, and that was reported. */
export function scsiSourceOf(device: Disk | Hostdev, context: Context): ScsiSource | undefined {
  if (device.kind === 'disk') return ofDisk(device, context);
  const { source, at } = device;
  if (source.type === 'scsi-host') return ofAddress(at, source, context);
  if (source.type === 'scsi-reference') return ofReference(at.of('source'), source.reference, context);
  return {
    at: at.of('source'),
    asked: 'hostdev',
    named: 'iscsi',
    is: 'unknown',
    name: 'the iSCSI URL',
  };
}

/** Known to be neither a disk nor a CD/DVD drive: a tape, a changer, an enclosure. */
export function isOtherLun(device: Disk | Hostdev, context: Context): boolean {
  return scsiSourceOf(device, { ...context, report: () => undefined })?.is === 'other';
}

function ofDisk({ source, at }: Disk, context: Context): ScsiSource | undefined {
  const base = { at: source?.at ?? at, asked: 'disk' as const };
  // The back end says what is wrong with a volume.
  const found = source && locateSource(source, { ...context, report: () => undefined });
  if ((found?.type !== 'file' && found?.type !== 'block') || found.path === undefined)
    return { ...base, named: 'iscsi', is: 'unknown', name: 'the iSCSI URL' };
  const { path } = found;
  const named = { ...base, name: path, given: path };
  if (!context.profile.scsiByTable) return { ...named, ...sourceByName(path) };
  return ofPath(path, named, context);
}

function ofAddress(at: Place, source: ScsiHostSource, { host, report }: Context): ScsiSource | undefined {
  const name = `${source.adapter}:${source.bus}:${source.target}:${source.unit}`;
  const base = { at: at.of('source'), asked: 'hostdev' as const, name, named: 'address' as const };
  const device = scsiDeviceByAdapter(host, source);
  if (device === 'unknown') return { ...base, is: 'unknown' };
  if (device !== 'absent') return { ...base, ...ofDevice(device, undefined) };
  const number = source.adapter.replace(/^scsi_host/, '');
  const others = (host.scsi ?? []).filter(({ hctl }) => String(hctl.host) === number);
  report(
    scsiDeviceNotFound(
      base.at,
      name,
      others.map((other) => ({ message: factOf(other) })),
    ),
  );
  return undefined;
}
