import { wwnDigits } from '../model/wwn';
import type { ScsiDevice } from './facts';
import { nodesOf } from './scsi';

const indexes = new WeakMap<readonly ScsiDevice[], ReadonlyMap<string, readonly ScsiDevice[]>>();

/** The devices that have this name: wwnDigits, or a T10 name. Each list of devices is gone through once. */
export function scsiDevicesByWwn(scsi: readonly ScsiDevice[], wwn: string): readonly ScsiDevice[] {
  let index = indexes.get(scsi);
  if (index === undefined) {
    index = indexOf(scsi);
    indexes.set(scsi, index);
  }
  return index.get(collapsed(wwn)) ?? [];
}

function indexOf(scsi: readonly ScsiDevice[]): ReadonlyMap<string, readonly ScsiDevice[]> {
  const index = new Map<string, ScsiDevice[]>();
  for (const device of scsi)
    for (const name of namesOf(device)) {
      const known = index.get(name);
      if (known) known.push(device);
      else index.set(name, [device]);
    }
  return index;
}

/** An ATA disk may give a T10 name first; udev's link has the NAA one. */
function namesOf(device: ScsiDevice): ReadonlySet<string> {
  const { wwid } = device;
  const links = nodesOf(device).flatMap((node) => node.links);
  const linked = links.map((link) => /\/by-id\/wwn-0x([0-9a-f]+)$/.exec(link)?.[1]);
  const own = wwid === undefined ? undefined : (wwnDigits(wwid) ?? collapsed(wwid));
  return new Set([own, ...linked].filter((name) => name !== undefined));
}

/** T10 names are padded with blanks inside, which an attribute of XML and a person may fold. */
function collapsed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
