import type { VportParent } from '../model/scsi-set';
import type { ScsiAdapter } from './facts';
import { nodeDeviceOf } from './node-device';

/** Where an NPIV port can be made, and why there; or why nowhere. */
export type VportPlace =
  | { readonly parent: ScsiAdapter; readonly reason: string; readonly why?: undefined }
  | { readonly parent?: undefined; readonly reason?: undefined; readonly why: string };

/** The port that a new NPIV port is made on: the one that the XML names, else the first that has room, online first. */
export function vportPlace(adapters: readonly ScsiAdapter[], wanted: VportParent | undefined): VportPlace {
  const ports = adapters.filter(({ fc }) => fc !== undefined && fc.vportParent === undefined);
  const [first] = ports;
  if (first === undefined) return { why: 'the host has no fibre channel port' };
  if (wanted !== undefined && wanted.by !== 'fabric') return onNamed(ports.find(matcher(wanted)));
  const candidates = wanted === undefined ? ports : ports.filter(({ fc }) => fc?.fabric === wanted.fabric);
  if (candidates.length === 0) return { why: 'no port of the host is in that fabric' };
  return onFirst(candidates, wanted === undefined ? 'free' : 'fabric');
}

function matcher(wanted: Exclude<VportParent, { by: 'fabric' }>): (adapter: ScsiAdapter) => boolean {
  if (wanted.by === 'port')
    return ({ fc }) =>
      (wanted.wwpn === undefined || fc?.wwpn === wanted.wwpn) &&
      (wanted.wwnn === undefined || fc?.wwnn === wanted.wwnn);
  const named = nodeDeviceOf(wanted.name);
  return ({ host, pciParent }) =>
    named.is === 'scsi_host' ? host === named.host : named.is === 'pci' && pciParent === named.address;
}

function onNamed(parent: ScsiAdapter | undefined): VportPlace {
  if (parent === undefined) return { why: 'the host has no fibre channel port that is named so' };
  const name = `scsi_host${parent.host}`;
  if (parent.fc?.vports === undefined) return { why: `${name} can have no NPIV ports` };
  return isFree(parent)
    ? { parent, reason: 'the XML names it as the parent' }
    : { why: `all ${parent.fc.vports.max} NPIV ports of ${name} are in use` };
}

function onFirst(ports: readonly ScsiAdapter[], how: 'free' | 'fabric'): VportPlace {
  const free = ports.filter(isFree);
  const parent = free.find(({ fc }) => fc?.portState === 'Online') ?? free[0];
  const where = how === 'fabric' ? ' of the fabric' : '';
  return parent === undefined
    ? { why: `no port${where} has an NPIV port left` }
    : { parent, reason: `the first port${where} that has an NPIV port left, those online first` };
}

/** The adapter with one NPIV port more. */
export function withVport(adapter: ScsiAdapter): ScsiAdapter {
  const { fc } = adapter;
  if (fc?.vports === undefined) return adapter;
  return { ...adapter, fc: { ...fc, vports: { ...fc.vports, inUse: fc.vports.inUse + 1 } } };
}

function isFree({ fc }: ScsiAdapter): boolean {
  return fc?.vports !== undefined && fc.vports.inUse < fc.vports.max;
}

/** For a message: `scsi_host1: port 21000024ff3dd3e8, Online, 1 of 254 NPIV ports in use`. */
export function portText({ host, fc }: ScsiAdapter): string {
  const vports = fc?.vports;
  const room = vports === undefined ? 'no NPIV' : `${vports.inUse} of ${vports.max} NPIV ports in use`;
  return `scsi_host${host}: port ${fc?.wwpn ?? ''}, ${fc?.portState ?? 'state unknown'}, ${room}`;
}
