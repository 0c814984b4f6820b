import type { Place } from '../../model/place';
import { warning } from '../diagnostic';

/** `now`: where a device of that vendor and product is plugged instead. */
export const usbAbsent = (at: Place, device: string, now: string | undefined) =>
  warning('usb-absent', at, `the USB device ${device} is not plugged into this host`, {
    notes: now === undefined ? [] : [{ message: `the same product is at ${now}` }],
    help:
      now === undefined
        ? 'plug it in, or see what there is: lsusb'
        : 'correct the address, or name vendor and product alone',
  });

export const usbAmbiguous = (at: Place, device: string, places: readonly string[]) =>
  warning(
    'usb-ambiguous',
    at,
    `this host has ${places.length} USB devices ${device}: the guest gets the first`,
    {
      notes: places.map((message) => ({ message })),
      help: 'add <address bus= device=/> to <source> to say which',
    },
  );

export const usbOther = (at: Place, address: string, found: string) =>
  warning('usb-other', at, `at ${address} this host has another USB device, ${found}`, {
    help: 'correct the address, which changes each time that a device is plugged in',
  });

/** `certain`: QEMU ends at once with it. */
export const usbDenied = (
  at: Place,
  name: string,
  {
    node,
    device: { vendor, product },
    certain,
  }: { node: string; device: { vendor: string; product: string }; certain: boolean },
) =>
  warning('usb-denied', at, `this user may not write to ${node}, which is the USB device ${name}`, {
    help: `put SUBSYSTEM=="usb", ATTR{idVendor}=="${vendor}", ATTR{idProduct}=="${product}", GROUP="kvm", MODE="0660" into /etc/udev/rules.d/70-guests.rules, join that group, and plug it in again`,
    stopsStart: certain,
  });

export const pciAbsent = (at: Place, address: string) =>
  warning('pci-absent', at, `this host has no PCI device ${address}`, {
    help: 'correct the address: lspci -D shows what there is',
  });

export const pciNoIommu = (at: Place, address: string) =>
  warning('pci-no-iommu', at, `${address} is in no IOMMU group: this host cannot give it away`, {
    help: 'switch VT-d or AMD-Vi on in the setup of the host, and boot it with intel_iommu=on (AMD needs nothing)',
  });

export const pciNotVfio = (at: Place, address: string, driver: string | undefined) =>
  warning(
    'pci-not-vfio',
    at,
    driver === undefined
      ? `${address} has no driver, and QEMU takes it from vfio-pci`
      : `${address} belongs to the driver ${driver}, and QEMU takes it from vfio-pci`,
    {
      help: `bind it: driverctl set-override ${address} vfio-pci, or managed='yes' where libvirt or a script does it`,
    },
  );

export const pciGroupShared = (at: Place, address: string, group: number, others: readonly string[]) =>
  warning(
    'pci-group-shared',
    at,
    `${address} shares IOMMU group ${group} with devices that the host uses: VFIO gives away whole groups`,
    {
      notes: others.map((message) => ({ message })),
      help: 'bind these to vfio-pci too, or move the card to another slot',
    },
  );
