import { spaprVioTaken } from '../../diagnostics/catalog';
import type { Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { mapDevices } from '../map-devices';

/** Where QEMU puts the first of each kind (hw/net/spapr_llan.c, hw/scsi/spapr_vscsi.c, hw/char/spapr_vty.c). */
const NET = 0x1000;
const SCSI = 0x2000;
const NVRAM = 0x3000;
const SERIAL = 0x3000_0000;
const STEP = 0x1000;

/** In which order devices get what they do not say (libvirt src/qemu/qemu_domain_address.c). */
const ROUNDS = [NET, SCSI, SERIAL, NVRAM] as const;

/** Registers of devices on the virtual bus of pSeries: those that the XML leaves out, or that none can share. */
export function spaprVioAddresses(guest: Domain, context: Context): Domain {
  if (!guest.devices.some(isOnBus)) return guest;
  const taken = givenRegs(guest, context);
  const chosen = new Map<Device, number>();
  for (const first of ROUNDS)
    for (const device of guest.devices) {
      if (firstReg(device) !== first || regOf(device) !== undefined) continue;
      let reg: number = first;
      while (taken.has(reg)) reg += STEP;
      taken.add(reg);
      chosen.set(device, reg);
    }
  return mapDevices(guest, (device) => {
    const reg = chosen.get(device);
    if (reg === undefined) return device;
    return { ...device, address: { type: 'spapr-vio', at: device.address?.at ?? device.at, reg } };
  });
}

function givenRegs(guest: Domain, { report }: Context): Set<number> {
  const owners = new Map<number, Device>();
  for (const device of guest.devices) {
    const reg = regOf(device);
    // a console here is the first serial port, written once more
    if (reg === undefined || device.kind === 'console') continue;
    const first = owners.get(reg);
    if (first !== undefined)
      report(spaprVioTaken(device.at.of('address/@reg'), `0x${reg.toString(16)}`, first.at.of('address')));
    else owners.set(reg, device);
  }
  return new Set(owners.keys());
}

function isOnBus(device: Device): boolean {
  return device.address?.type === 'spapr-vio' || firstReg(device) !== undefined;
}

function regOf({ address }: Device): number | undefined {
  return address?.type === 'spapr-vio' ? address.reg : undefined;
}

/** Undefined for what is on another bus. */
function firstReg(device: Device): number | undefined {
  const { address } = device;
  if (address !== undefined && address.type !== 'spapr-vio') return undefined;
  switch (device.kind) {
    case 'interface':
      return device.model === 'spapr-vlan' ? NET : undefined;
    case 'controller':
      return device.type === 'scsi' && device.model === 'ibmvscsi' ? SCSI : undefined;
    case 'serial':
      return device.targetType === 'spapr-vio-serial' ? SERIAL : undefined;
    case 'nvram':
      return NVRAM;
    default:
      return undefined;
  }
}
