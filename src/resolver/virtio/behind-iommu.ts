import { virtioIommuLegacy } from '../../diagnostics/catalog';
import { PCIE_PORTS } from '../../model/controller';
import type { Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { VirtioModel } from '../../model/virtio';
import type { Context } from '../context';
import { controllerAt } from '../controller/lookup';
import { isVirtioScsi } from '../controller/scsi';
import { machineOf } from '../machine/type';
import { hardwareOf } from '../../qemu/machines';
import { mapDevices } from '../map-devices';
import { isVirtio } from './driver';
import { virtioOptionsOf } from './options';

/**
 * `iommu='on'` is a feature of virtio 1.0, and QEMU refuses it of a device that speaks the older virtio too, as plain ones
 * do off the ports of PCI Express (hw/virtio/virtio-pci.c virtio_pci_device_plugged): there they speak 1.0 alone.
 */
export function modernBehindIommu(guest: Domain, context: Context): Domain {
  if (context.profile.libvirtDefaults) return guest;
  return mapDevices(guest, (device) =>
    virtioOptionsOf(device).iommu === true && device.address?.type === 'pci'
      ? modern(device, device.address.bus, guest, context)
      : device,
  );
}

function modern(device: Device, bus: number, guest: Domain, context: Context): Device {
  const model = withLegacy(device);
  const at = device.at.of('driver/@iommu');
  const instead = insteadOf(device, model, context);
  if (instead !== undefined) context.report(virtioIommuLegacy(at, instead));
  if (instead !== undefined || model !== 'virtio' || isModernPort(bus, guest, context)) return device;
  context.decide({
    subject: device.kind,
    value: `model='${MODERN}'`,
    reason:
      "iommu='on' is a feature of virtio 1.0, and on this bus a plain device speaks the older virtio too",
    at,
  });
  // those that have an older form have the variants
  return { ...device, model: MODERN } as Device;
}

/** What to use where the older virtio is asked for: by name, or for SCSI commands to a LUN. */
function insteadOf(device: Device, model: VirtioModel | undefined, { qemu }: Context): string | undefined {
  if (model === 'virtio-transitional') return `model='${MODERN}'`;
  const isLun = device.kind === 'disk' && device.device === 'lun';
  return isLun && qemu.has('virtio-blk-pci.scsi.legacy-only') ? "bus='scsi' for a LUN" : undefined;
}

const MODERN: VirtioModel = 'virtio-non-transitional';

/** The variant of a device that speaks the older virtio where it may; the other kinds came with 1.0. */
function withLegacy(device: Device): VirtioModel | undefined {
  switch (device.kind) {
    case 'disk':
      return device.target.bus === 'virtio' ? variantOf(device.model) : undefined;
    case 'controller':
      return device.type === 'virtio-serial' || isVirtioScsi(device.model)
        ? variantOf(device.model)
        : undefined;
    case 'interface':
      return device.type !== 'hostdev' && isVirtio(device.model ?? '') ? variantOf(device.model) : undefined;
    case 'filesystem':
      return device.driver === 'virtiofs' ? undefined : device.model;
    case 'memballoon':
    case 'rng':
    case 'vsock':
      return variantOf(device.model);
    default:
      return undefined;
  }
}

const variantOf = (model = ''): VirtioModel => (isVirtio(model) ? model : 'virtio');

/** Machine types up to 2.6 keep the older virtio on such ports too (QEMU hw/core/machine.c hw_compat_2_6). */
function isModernPort(bus: number, guest: Domain, context: Context): boolean {
  const [major, minor] = hardwareOf(machineOf(guest, context)) ?? [3, 0];
  const isOld = major < 2 || (major === 2 && minor < 7);
  return !isOld && PCIE_PORTS.includes(controllerAt(guest, 'pci', bus)?.model ?? '');
}
