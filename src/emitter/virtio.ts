import type { VirtioOptions } from '../model/virtio';
import type { Properties } from './args';

/** The properties that every virtio device takes; right after the driver, as libvirt writes them. */
export function virtioProperties(options: VirtioOptions): Properties {
  return {
    iommu_platform: options.iommu,
    ats: options.ats,
    packed: options.packed,
    'page-per-vq': options.pagePerVq,
  };
}
