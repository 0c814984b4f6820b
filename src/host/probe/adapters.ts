import type { ScsiAdapter } from '../facts';
import type { Files } from './files';

type FcHost = NonNullable<ScsiAdapter['fc']>;
type IscsiSession = NonNullable<ScsiAdapter['iscsi']>[number];

/** Every folder of /sys/class/scsi_host. */
export function readAdapters(files: Files): readonly ScsiAdapter[] {
  const sessions = readSessions(files);
  return files
    .names('/sys/class/scsi_host')
    .map((name) => /^host(\d+)$/.exec(name)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)
    .sort((a, b) => a - b)
    .map((host) => readAdapter(files, host, sessions.get(host)));
}

function readAdapter(files: Files, host: number, iscsi: readonly IscsiSession[] | undefined): ScsiAdapter {
  const folder = `/sys/class/scsi_host/host${host}`;
  return {
    host,
    driver: driverOf(files, folder),
    uniqueId: files.number(`${folder}/unique_id`),
    pciParent: pciParent(files.real(folder)),
    sgTablesize: files.number(`${folder}/sg_tablesize`),
    fc: readFcHost(files, host),
    iscsi,
  };
}

/** Some drivers leave proc_name empty, which sysfs shows as (null) or <NULL>. */
function driverOf(files: Files, folder: string): string {
  const name = files.text(`${folder}/proc_name`) ?? '';
  return /^[(<]/.test(name) || name === '' ? 'unknown' : name;
}

/** The last PCI function on the way to the host: /sys/devices/pci0000:00/0000:00:1f.2/ata1/host0/... */
function pciParent(real: string | undefined): string | undefined {
  return real?.split('/').findLast((step) => /^[0-9a-f]{4,}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/.test(step));
}

function readFcHost(files: Files, host: number): FcHost | undefined {
  const folder = `/sys/class/fc_host/host${host}`;
  const wwnn = wwn(files.text(`${folder}/node_name`));
  const wwpn = wwn(files.text(`${folder}/port_name`));
  if (wwnn === undefined || wwpn === undefined) return undefined;
  const max = files.number(`${folder}/max_npiv_vports`);
  const parent = /\/host(\d+)\/vport-[^/]*\//.exec(files.real(folder) ?? '')?.[1];
  return {
    wwnn,
    wwpn,
    portState: files.text(`${folder}/port_state`),
    fabric: wwn(files.text(`${folder}/fabric_name`)),
    vports:
      max === undefined || max === 0
        ? undefined
        : { max, inUse: files.number(`${folder}/npiv_vports_inuse`) ?? 0 },
    vportParent: parent === undefined ? undefined : Number(parent),
  };
}

/** 0x10000000c9831b4b of sysfs; all ones where there is no fabric. */
function wwn(text: string | undefined): string | undefined {
  const digits = /^0x([0-9a-f]{1,16})$/i
    .exec(text ?? '')?.[1]
    ?.toLowerCase()
    .padStart(16, '0');
  return digits === undefined || /^(0+|f+)$/.test(digits) ? undefined : digits;
}

/** Host number -> its sessions: one of a software initiator, several of an offloading adapter. */
function readSessions(files: Files): ReadonlyMap<number, readonly IscsiSession[]> {
  const found = new Map<number, IscsiSession[]>();
  for (const name of files.names('/sys/class/iscsi_session')) {
    const folder = `/sys/class/iscsi_session/${name}`;
    const host = /\/host(\d+)\/session\d+\//.exec(files.real(folder) ?? '')?.[1];
    const target = files.text(`${folder}/targetname`);
    if (host === undefined || target === undefined) continue;
    const session = Number(name.replace('session', ''));
    found.set(Number(host), [
      ...(found.get(Number(host)) ?? []),
      {
        session,
        target,
        portal: portalOf(files, session, files.text(`${folder}/tpgt`)),
        initiator: files.text(`${folder}/initiatorname`),
      },
    ]);
  }
  return found;
}

/** The address that was asked for, rather than the one that the target redirected to. */
function portalOf(files: Files, session: number, group: string | undefined): string | undefined {
  const folder = `/sys/class/iscsi_connection/connection${session}:0`;
  const address = files.text(`${folder}/persistent_address`) ?? files.text(`${folder}/address`);
  const port = files.text(`${folder}/persistent_port`) ?? files.text(`${folder}/port`);
  if (address === undefined || port === undefined) return undefined;
  const written = address.includes(':') ? `[${address}]` : address;
  return `${written}:${port}${group === undefined ? '' : `,${group}`}`;
}
