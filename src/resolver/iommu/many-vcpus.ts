import { isX86 } from '../../qemu/architectures';
import { vcpusNeedIommu } from '../../diagnostics/catalog';
import { devicesOf, type Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Iommu } from '../../model/iommu';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { isNewGuest } from '../new-guest';

/** The last processor that an interrupt reaches without extended mode (libvirt QEMU_MAX_VCPUS_WITHOUT_EIM). */
const PLAIN_INTERRUPTS = 255;

function isLarge({ vcpu, os }: Domain, { qemu }: Context): boolean {
  return vcpu.max > PLAIN_INTERRUPTS && isX86(os.arch ?? qemu.arch);
}

/**
 * A new guest with that many processors gets the IOMMU that it needs, and one whose interrupts are remapped the I/O APIC
 * that this needs (libvirt src/qemu/qemu_postparse.c).
 */
export function interruptRemapping(guest: Domain, context: Context): Domain {
  if (!isNewGuest(context) || machineFamily(guest, context) !== 'q35') return guest;
  if (!isLarge(guest, context)) return remaps(guest) ? withIoapic(guest) : guest;
  const [own] = devicesOf(guest, 'iommu');
  const { ioapic } = guest.features;
  if (own === undefined ? ioapic !== undefined : own.model !== 'intel') return guest;
  const remapping = own === undefined ? added(guest) : withRemapping(own);
  const devices =
    own === undefined
      ? [...guest.devices, remapping]
      : guest.devices.map((device): Device => (device === own ? remapping : device));
  return withIoapic({ ...guest, devices });
}

function remaps(guest: Domain): boolean {
  const [iommu] = devicesOf(guest, 'iommu');
  return iommu?.driver.intremap === true && guest.features.ioapic === undefined;
}

function withIoapic(guest: Domain): Domain {
  return { ...guest, features: { ...guest.features, ioapic: guest.features.ioapic ?? 'qemu' } };
}

function added({ vcpu }: Domain): Iommu {
  return {
    kind: 'iommu',
    at: vcpu.at,
    implicit: true,
    model: 'intel',
    driver: { intremap: true, eim: true },
  };
}

function withRemapping(iommu: Iommu): Iommu {
  const { driver } = iommu;
  return {
    ...iommu,
    driver: { ...driver, intremap: driver.intremap ?? true, eim: driver.eim ?? true },
  };
}

/** Whether interrupts reach fewer processors than the guest has, whatever IOMMU it has. */
export function hasPlainInterrupts(guest: Domain, context: Context): boolean {
  return isLarge(guest, context) && machineFamily(guest, context) !== 'q35';
}

/** By Intel's word for it, or by AMD's. */
function reachesAll(iommu: Iommu | undefined): boolean {
  return iommu?.driver.eim === true || (iommu?.model === 'amd' && iommu.driver.xtsup === true);
}

/** Refuses more processors than interrupts reach. */
export function validateManyVcpus(guest: Domain, context: Context): void {
  if (!isLarge(guest, context)) return;
  const { at } = guest.vcpu;
  const problem = `interrupts reach ${PLAIN_INTERRUPTS} processors at most`;
  if (hasPlainInterrupts(guest, context))
    context.report(
      vcpusNeedIommu(at, `${problem} on this machine`, "use machine='q35', or fewer processors"),
    );
  else if (!reachesAll(devicesOf(guest, 'iommu')[0]))
    context.report(
      vcpusNeedIommu(
        at,
        `${problem} without extended mode`,
        "add <iommu model='intel'><driver intremap='on' eim='on'/></iommu>",
      ),
    );
}
