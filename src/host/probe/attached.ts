import { basename } from 'node:path';
import type { PciFunction, UsbDevice } from '../facts';
import { usbNode } from '../usb';
import type { Files } from './files';

/** Every folder of /sys/bus/pci/devices; undefined where there is no such bus. */
export function readPci(files: Files): readonly PciFunction[] | undefined {
  const folder = '/sys/bus/pci/devices';
  if (!files.exists(folder)) return undefined;
  return files
    .names(folder)
    .map((address) => readFunction(files, folder, address))
    .filter((found) => found !== undefined);
}

function readFunction(files: Files, folder: string, address: string): PciFunction | undefined {
  const at = `${folder}/${address}`;
  const [group, vendor, device] = ['class', 'vendor', 'device'].map((name) =>
    hex(files.text(`${at}/${name}`)),
  );
  if (group === undefined || vendor === undefined || device === undefined) return undefined;
  const iommu = /^\d+$/.exec(basename(files.link(`${at}/iommu_group`) ?? ''))?.[0];
  const driver = files.link(`${at}/driver`);
  return {
    address,
    class: group.padStart(6, '0'),
    vendor,
    device,
    driver: driver === undefined ? undefined : basename(driver),
    iommuGroup: iommu === undefined ? undefined : Number(iommu),
  };
}

/** What is plugged into USB: of /sys/bus/usb/devices the folders that are no interface (1-4:1.0) and no root hub (usb1). */
export function readUsb(files: Files): readonly UsbDevice[] | undefined {
  const folder = '/sys/bus/usb/devices';
  if (!files.exists(folder)) return undefined;
  return files
    .names(folder)
    .map((name) => readDevice(files, `${folder}/${name}`, /^\d+-(\d+(?:\.\d+)*)$/.exec(name)?.[1]))
    .filter((found) => found !== undefined)
    .sort((a, b) => a.bus - b.bus || a.device - b.device);
}

function readDevice(files: Files, at: string, port: string | undefined): UsbDevice | undefined {
  if (port === undefined) return undefined;
  const [bus, device] = [files.number(`${at}/busnum`), files.number(`${at}/devnum`)];
  const [vendor, product] = [files.text(`${at}/idVendor`), files.text(`${at}/idProduct`)];
  if (bus === undefined || device === undefined || vendor === undefined || product === undefined)
    return undefined;
  const words = [files.text(`${at}/manufacturer`), files.text(`${at}/product`)];
  const name = words.filter((word) => word !== undefined && word !== '').join(' ');
  const node = usbNode(bus, device);
  const access = files.exists(node) ? files.access(node) : undefined;
  return { bus, device, vendor, product, port, name: name === '' ? undefined : name, access };
}

/** 0x8086 of sysfs. */
function hex(text: string | undefined): string | undefined {
  return /^0x([0-9a-f]+)$/.exec(text ?? '')?.[1];
}
