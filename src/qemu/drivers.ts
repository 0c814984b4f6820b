import type { Capability } from './capabilities';
import { isCapability } from './capabilities/lookup';
import { cardAmong } from './network-cards';

/** An option whose first word names something that a QEMU may be built without. */
export type DriverOption = 'device' | 'object' | 'netdev';

/** Names that `-device` takes beside those of its types (QEMU system/qdev-monitor.c qdev_alias_table). */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ahci', 'ich9-ahci'],
  ['lsi', 'lsi53c895a'],
  ['virtio-iommu', 'virtio-iommu-pci'],
]);

/** Types whose capabilities have other names. */
const CAPABILITIES: ReadonlyMap<string, Capability> = new Map([
  ['ccid-card-emulated', 'ccid-emulated'],
  ['ccid-card-passthru', 'ccid-passthru'],
  ['i82801b11-bridge', 'dmi-to-pci-bridge'],
  ['lsi53c895a', 'lsi'],
  ['virtio-gpu-pci', 'virtio-gpu'],
  ['virtio-input-host-pci', 'virtio-input-host'],
  ['virtio-keyboard-pci', 'virtio-keyboard'],
  ['virtio-mouse-pci', 'virtio-mouse'],
  ['virtio-rng-pci', 'virtio-rng'],
  ['virtio-sound-pci', 'virtio-sound'],
  ['virtio-tablet-pci', 'virtio-tablet'],
]);

/** Whether a type, or the one that a name stands for, is among those of a binary. */
export function isAmong(devices: readonly string[], name: string): boolean {
  return devices.includes(ALIASES.get(name) ?? name) || cardAmong(devices, name);
}

/** The capability that stands for what an option names; undefined: none does. */
export function capabilityOf(option: DriverOption, name: string): Capability | undefined {
  const type = ALIASES.get(name) ?? name;
  const capability = option === 'netdev' ? `netdev.${name}` : (CAPABILITIES.get(type) ?? type);
  return isCapability(capability) ? capability : undefined;
}
