import { onOff } from '../model/on-off';
import type { VirtioLegacy, VirtioOptions } from '../model/virtio';
import type { Properties } from './args';

const NONE: Properties = {};

/** The properties that every virtio device takes; right after the driver, as libvirt writes them, and what follows. */
export function virtioProperties(
  options: VirtioOptions,
  legacy?: VirtioLegacy,
  further: Properties = NONE,
): Properties {
  return {
    'disable-legacy': onOff(legacy?.disableLegacy),
    'disable-modern': legacy?.disableModern,
    iommu_platform: options.iommu,
    ats: options.ats,
    packed: options.packed,
    'page-per-vq': options.pagePerVq,
    ...further,
  };
}
