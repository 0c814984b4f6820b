import type { Controller, PciModel } from '../../../model/controller';
import type { Device, DeviceKind, DeviceOf } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { Hostdev } from '../../../model/hostdev';
import { isKnownCard, type Interface } from '../../../model/interface';
import type { Sound } from '../../../model/sound';
import { isXhci } from '../../controller/usb';
import { controllerAt } from '../../controller/lookup';
import type { Context } from '../../context';
import { machineFamily, type MachineFamily } from '../../machine/family';
import { AUTOASSIGN, INTEGRATED, PCI_DEVICE, PCIE_DEVICE, UPSTREAM } from './connect';

/** How the guest's three sorts of PCI device connect. */
interface Sorts {
  readonly pci: number;
  readonly pcie: number;
  readonly virtio: number;
  /** Only the controller of a PC's chipset has an address that is known here. */
  readonly ide: number;
  /** As libvirt sorts them, rather than as QEMU's devices are. */
  readonly asLibvirt: boolean;
}

const NOT_PCI = 0;

type FlagsOf = { readonly [K in DeviceKind]: (device: DeviceOf<K>, sorts: Sorts) => number };

/** What each kind asks of a bus (libvirt src/qemu/qemu_domain_address.c); 0 for what is no PCI device. */
const FLAGS: FlagsOf = {
  disk: ({ target, model }, sorts) => (target.bus === 'virtio' ? virtio(model, sorts) : NOT_PCI),
  controller: controllerFlags,
  hostdev: hostdevFlags,
  interface: interfaceFlags,
  serial: ({ targetType }, { pci }) => (targetType === 'pci-serial' ? pci : NOT_PCI),
  parallel: () => NOT_PCI,
  console: () => NOT_PCI,
  channel: () => NOT_PCI,
  input: ({ bus, model }, sorts) => (bus === 'virtio' ? virtio(model, sorts) : NOT_PCI),
  graphics: () => NOT_PCI,
  video: ({ model }, sorts) => videoFlags(model, sorts),
  memballoon: ({ model }, sorts) => (model === 'none' || model === 'xen' ? NOT_PCI : virtio(model, sorts)),
  rng: ({ model }, sorts) => virtio(model, sorts),
  audio: () => NOT_PCI,
  filesystem: ({ driver, model }, sorts) => (driver === 'mtp' ? NOT_PCI : virtio(model, sorts)),
  vsock: ({ model }, sorts) => virtio(model, sorts),
  smartcard: () => NOT_PCI,
  redirdev: () => NOT_PCI,
  tpm: () => NOT_PCI,
  shmem: (_device, { pci }) => pci,
  crypto: ({ model }, sorts) => (sorts.asLibvirt ? sorts.pci : virtio(model, sorts)),
  hub: () => NOT_PCI,
  sound: soundFlags,
  watchdog: ({ model }, { pci }) => (model === 'i6300esb' ? pci : NOT_PCI),
  memory: ({ model }, { virtio: modern }) => (model.startsWith('virtio') ? modern : NOT_PCI),
  // where there is no root complex it is refused as a whole
  iommu: ({ model }, { pci, pcie, virtio: modern }) => {
    const flags = model === 'virtio' ? modern : model === 'amd' ? pcie : pci;
    return flags === pci ? NOT_PCI : flags | INTEGRATED;
  },
  pstore: (_pstore, { pci }) => pci,
  nvram: () => NOT_PCI,
  // part of the root complex where there is one, as the virt boards want it
  panic: ({ model }, { pci, pcie }) =>
    model === 'pvpanic' ? (pcie === pci ? pci : pcie | INTEGRATED) : NOT_PCI,
};

/** A function of the guest, so that what holds for all its devices is asked once. */
export function deviceFlags(guest: Domain, context: Context): (device: Device) => number {
  const { qemu, profile } = context;
  const hasPcie = controllerAt(guest, 'pci', 0)?.model === 'pcie-root';
  const pci = PCI_DEVICE | AUTOASSIGN;
  const pcie = hasPcie ? PCIE_DEVICE | AUTOASSIGN : pci;
  const family = machineFamily(guest, context);
  const sorts = {
    pci,
    pcie,
    virtio: qemu.has('virtio-pci-disable-legacy') ? pcie : pci,
    ide: family === 'i440fx' || family === 'xen' ? pci : NOT_PCI,
    asLibvirt: profile.libvirtDefaults,
  };
  const others = profile.addressesFit ? cardsOffPci(family) : [];
  return (device) =>
    device.kind === 'interface' && others.includes(device.model ?? '') ? NOT_PCI : flagsOf(device, sorts);
}

/** libvirt knows no card by its bus and gives each a PCI address, which QEMU refuses for ISA's and for the board's own. */
function cardsOffPci(family: MachineFamily): readonly string[] {
  return family === 'versatile' ? ['smc91c111'] : ['ne2k_isa'];
}

/** TypeScript cannot follow that a device fits the function of its own kind. */
function flagsOf(device: Device, sorts: Sorts): number {
  return (FLAGS[device.kind] as (device: Device, sorts: Sorts) => number)(device, sorts);
}

/** A transitional device has an I/O BAR, which a PCIe slot need not serve. */
function virtio(model: string | undefined, { pci, virtio: modern }: Sorts): number {
  return model === 'virtio-transitional' ? pci : modern;
}

function controllerFlags(controller: Controller, sorts: Sorts): number {
  const { type, model } = controller;
  switch (type) {
    case 'pci':
      return model === undefined ? NOT_PCI : UPSTREAM[model as PciModel];
    case 'usb':
      if (model === 'none') return NOT_PCI;
      return isXhci(controller) ? sorts.pcie : sorts.pci;
    case 'ide':
      return sorts.ide;
    case 'nvme':
      return sorts.pcie;
    case 'sata':
      return sorts.pci;
    case 'scsi':
      return model?.startsWith('virtio') === true ? virtio(model, sorts) : scsiHba(model, sorts);
    case 'virtio-serial':
      return virtio(model, sorts);
    default:
      return NOT_PCI;
  }
}

function scsiHba(model: string | undefined, { pci }: Sorts): number {
  return model === undefined || NOT_ON_PCI.has(model) ? NOT_PCI : pci;
}

/** `auto` is not decided yet, the other is on the board of a SPARCstation (QEMU hw/sparc/sun4m.c). */
const NOT_ON_PCI = new Set(['auto', 'ncr53c90']);

const SOUND_WITHOUT_PCI = new Set(['sb16', 'pcspk', 'usb']);

function soundFlags({ model }: Sound, { pci, virtio: modern }: Sorts): number {
  if (SOUND_WITHOUT_PCI.has(model)) return NOT_PCI;
  return model === 'virtio' ? modern : pci;
}

const PCIE_NICS = new Set(['e1000e', 'igb', 'vmxnet3']);

/** libvirt takes all that it knows for conventional PCI but these two, and all others for PCI Express. */
function isExpress(model: string, { asLibvirt }: Sorts): boolean {
  if (!asLibvirt) return PCIE_NICS.has(model);
  return model === 'e1000e' || model === 'igb' || !isKnownCard(model);
}

function interfaceFlags({ type, model = '', source }: Interface, sorts: Sorts): number {
  if (type === 'hostdev') return source.passed?.type === 'pci' ? sorts.pcie : NOT_PCI;
  if (model === 'usb-net') return NOT_PCI;
  if (model.startsWith('virtio')) return virtio(model, sorts);
  return isExpress(model, sorts) ? sorts.pcie : sorts.pci;
}

/** Whether the host's device is PCI Express is taken for granted: nearly all are, and the host may be another one. */
function hostdevFlags({ source, model }: Hostdev, sorts: Sorts): number {
  if (source.type === 'vhost-scsi') return virtio(model, sorts);
  if (source.type === 'mdev') return source.model === 'vfio-pci' ? sorts.pcie : NOT_PCI;
  return source.type === 'pci' ? sorts.pcie : NOT_PCI;
}

function videoFlags(model: string | undefined, { pci, pcie, virtio: modern }: Sorts): number {
  if (model === 'none' || model === 'ramfb' || model === 'default' || model === undefined) return NOT_PCI;
  if (model === 'virtio') return modern;
  return model === 'bochs' ? pcie : pci;
}
