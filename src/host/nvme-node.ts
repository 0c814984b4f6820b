/** The name that udev gives a namespace by its PCI function (systemd rules.d/60-persistent-storage.rules). */
export function nvmeNode(address: string, namespace: number): string {
  return `/dev/disk/by-path/pci-${address}-nvme-${namespace}`;
}
