/** libvirt 12.9 src/qemu/qemu_command.c. */
export const IOMMUFD_ID = 'iommufd0';

/** `-object iommufd`: what QEMU maps memory by for PCI functions of the host. */
export interface PlannedIommufd {
  readonly id: typeof IOMMUFD_ID;
  /** A descriptor of /dev/iommu that the caller hands over; undefined: QEMU opens it. */
  readonly fd?: string | undefined;
}
