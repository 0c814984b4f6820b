import {
  guestResetMissing,
  hostdevAddressType,
  hostdevDuplicate,
  hostdevNoBoot,
  hostdevPortless,
  hostdevScsiOnly,
  sgioUnfiltered,
  usbHostUnnamed,
} from '../../diagnostics/catalog';
import type { Address } from '../../model/address';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Hostdev, HostdevSource, ScsiIscsiSource, UsbHostSource } from '../../model/hostdev';
import type { Place } from '../../model/place';
import { saysWhere } from '../../host/usb';
import type { Context } from '../context';
import { requires } from '../requires';
import { isScsiLun } from '../scsi/address';
import { RAWIO } from '../scsi/rawio';
import { hostDeviceName } from './identity';
import { MDEV_ADDRESSES, validateVfio } from './validate-vfio';
import { keepLast } from '../../model/keep-last';

/** Addresses in the guest that each kind of host device may have (libvirt src/conf/domain_validate.c). */
const ADDRESSES: Readonly<Record<Exclude<HostdevSource['type'], 'mdev'>, readonly Address['type'][]>> = {
  'scsi-host': ['drive'],
  'scsi-reference': ['drive'],
  'scsi-set': ['drive'],
  'scsi-iscsi': ['drive'],
  'vhost-scsi': ['pci', 'ccw'],
  pci: ['pci', 'unassigned'],
  usb: ['usb'],
};

export function validateHostdev(device: Hostdev, guest: Domain, context: Context): void {
  const { at, address, source } = device;
  const { report } = context;
  const allowed = source.type === 'mdev' ? MDEV_ADDRESSES[source.model] : ADDRESSES[source.type];
  if (address !== undefined && !allowed.includes(address.type))
    report(hostdevAddressType(address.at, address.type, allowed));
  if (source.type === 'vhost-scsi' && device.bootOrder !== undefined)
    report(hostdevNoBoot(at.of('boot/@order')));
  if (source.type === 'scsi-iscsi') validatePort(source, context);
  if (source.type === 'vhost-scsi') validateRelease(at, context);
  if (source.type === 'pci' || source.type === 'mdev') validateVfio(device, source, guest, context);
  validatePrivileges(device, context);
  validateHostSource(source, at, guest, context);
}

/** What is asked of a device of the host, whether it is passed as it is or as a card. */
export function validateHostSource(source: HostdevSource, at: Place, guest: Domain, context: Context): void {
  if (source.type === 'usb') validateUsb(source, at, context);
  // pci-assign, which some builds had before, asks the host for another driver and other rights
  if (source.type === 'pci') requires(context, 'vfio-pci', at.of('source'), 'VFIO');
  validateOnce(source, at, guest, context);
}

function validateRelease(at: Place, context: Context): void {
  const driver = context.qemu.arch === 's390x' ? 'vhost-scsi-ccw' : 'vhost-scsi';
  requires(context, driver, at.of('source'), 'vhost-scsi');
}

function validatePort({ network }: ScsiIscsiSource, { profile, report }: Context): void {
  if (profile.checksForLibvirt && network.hosts.some(({ port }) => port === undefined))
    report(hostdevPortless(network.at.of('host')));
}

function validateUsb(source: UsbHostSource, at: Place, { qemu, report }: Context): void {
  // where libvirt writes that it does not know it yet
  const isNowhere = source.bus === 0 && source.device === 0;
  const named =
    (saysWhere(source) && !isNowhere) || (source.vendor !== undefined && source.product !== undefined);
  if (!named) report(usbHostUnnamed(at.of('source')));
  if (source.guestReset !== undefined && !qemu.has('usb-host.guest-resets-all'))
    report(guestResetMissing(at.of('source/@guestReset')));
}

function validatePrivileges(device: Hostdev, context: Context): void {
  const { report } = context;
  const { at, rawio, sgio } = device;
  if (!isScsiLun(device)) {
    if (rawio !== undefined) report(hostdevScsiOnly(at.of('@rawio'), 'rawio'));
    if (sgio !== undefined) report(hostdevScsiOnly(at.of('@sgio'), 'sgio'));
    return;
  }
  if (sgio === 'unfiltered') report(sgioUnfiltered(at.of('@sgio')));
  if (rawio === true) context.hostStep(RAWIO);
}

/** The first place that names each device of the host. */
const firsts = keepLast(({ host }: Context) =>
  keepLast((guest: Domain): ReadonlyMap<string, Place> => {
    const cards = devicesOf(guest, 'interface').flatMap(({ source: { passed }, at }) =>
      passed === undefined ? [] : [[hostDeviceName(passed, host), at] as const],
    );
    const named = devicesOf(guest, 'hostdev').map(
      ({ source, at }) => [hostDeviceName(source, host), at] as const,
    );
    return new Map([...cards, ...named].reverse());
  }),
);

function validateOnce(source: HostdevSource, at: Place, guest: Domain, context: Context): void {
  const name = hostDeviceName(source, context.host);
  const first = firsts(context)(guest).get(name);
  if (first !== undefined && first !== at) context.report(hostdevDuplicate(at, name, first));
}
