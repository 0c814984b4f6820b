import { onOff } from '../../model/on-off';
import { pciText, type PciAddress } from '../../model/address';
import type { HostStep } from '../../model/decision';
import type { Domain } from '../../model/domain';
import type { Hostdev, PciHostSource } from '../../model/hostdev';
import type { Place } from '../../model/place';
import type { PlannedVfio } from '../../model/plan/hostdev';
import type { Context } from '../context';
import { readsRom } from '../opened';
import { requires } from '../requires';
import { initiatorsOf } from './initiators';
import { handedOver, onIommufd } from './iommufd';

/** A PCI function of the host. */
export function planVfio(
  device: Pick<Hostdev, 'alias' | 'managed' | 'rom'>,
  source: PciHostSource,
  guest: Domain,
  context: Context,
): PlannedVfio {
  const address = pciText(source.address);
  if (device.managed === true) bindFunction(address, source.driverModel, context);
  const { rom, alias = '' } = device;
  readsRom(rom, alias, context);
  const sysfsdev = folderOf(source, address, context);
  const iommufd = onIommufd(source, guest);
  const fd = iommufd && handedOver(context);
  return {
    type: 'vfio',
    driver: source.ramfb === true ? 'vfio-pci-nohotplug' : 'vfio-pci',
    address,
    host: sysfsdev === undefined && fd === undefined ? address : undefined,
    sysfsdev,
    iommufd,
    fd,
    initiators: initiatorsOf(source, guest),
    failoverPairId: source.teaming?.persistent,
    display: onOff(source.display),
    ramfb: source.ramfb === true ? true : undefined,
    rombar: rom?.bar === undefined || rom.enabled === false ? undefined : Number(rom.bar),
    romfile: rom?.enabled === false ? '' : rom?.file,
  };
}

/** `host=` takes a domain of 16 bits (QEMU hw/core/qdev-properties-system.c); Linux gives those of Intel's VMD more. */
function folderOf({ address }: PciHostSource, text: string, context: Context): string | undefined {
  if (address.domain <= 0xffff || context.profile.libvirtDefaults) return undefined;
  const place = address.at.of('@domain');
  requires(context, 'vfio-pci.sysfsdev', place, 'PCI functions of the host by their folder');
  return folderIn(text);
}

const folderIn = (host: string) => `/sys/bus/pci/devices/${host}`;

/** The same the other way round, for an address that host facts give; undefined for any other text. */
export function parsePciText(text: string, at: Place): PciAddress | undefined {
  const parts = /^([\da-f]{4,8}):([\da-f]{2}):([\da-f]{2})\.([0-7])$/i.exec(text);
  const [, domain = '', bus = '', slot = '', fn = ''] = parts ?? [];
  if (parts === null) return undefined;
  const hex = (digits: string) => Number.parseInt(digits, 16);
  return {
    type: 'pci',
    at,
    domain: hex(domain),
    bus: hex(bus),
    slot: hex(slot),
    function: Number(fn),
    given: true,
  };
}

/**
 * The driver for managed='yes'. One that the host is known to have with it already is left alone: whoever gave it that
 * driver wants it so, and taken back it would go to the host's. Where another guest has it, QEMU does not start.
 */
export function bindFunction(host: string, driver = 'vfio-pci', context: Context): void {
  const known = context.host.pci?.find(({ address }) => address === host);
  if (known?.driver !== driver) return context.hostStep(bindStep(host, driver));
  context.decide({
    subject: host,
    value: driver,
    reason: 'the host has it with this driver already: it is not bound to it, nor given back to the host',
    caveats: ['another guest may have it: then QEMU does not start'],
    fact: `${host} has the driver ${driver}`,
  });
}

/**
 * What libvirt does for managed='yes' (src/hypervisor/virhostdev.c): some devices have a driver of their own that does
 * what vfio-pci does, and more, as `mlx5_vfio_pci`.
 */
function bindStep(host: string, driver: string): HostStep {
  const folder = folderIn(host);
  return {
    what: `PCI device ${host} must be bound to ${driver}`,
    commands: [
      `modprobe ${driver}`,
      `echo ${driver} > ${folder}/driver_override`,
      `[ ! -e ${folder}/driver ] || echo ${host} > ${folder}/driver/unbind`,
      `echo ${host} > /sys/bus/pci/drivers_probe`,
    ],
    undo: [
      `echo > ${folder}/driver_override`,
      // Not away from the host's own driver, where it is still bound to that.
      `[ ! -e /sys/bus/pci/drivers/${driver}/${host} ] || echo ${host} > ${folder}/driver/unbind`,
      `echo ${host} > /sys/bus/pci/drivers_probe`,
    ],
  };
}
