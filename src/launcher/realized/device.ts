import type { Properties } from '../../emitter/args';
import type { Expectation } from './expectation';

/** What QEMU reads back under another name, and what it keeps to itself. */
const READ_AS: Readonly<Record<string, string | undefined>> = {
  driver: 'type',
  bus: 'parent_bus',
  id: undefined,
};

/** A -device or -object with an id: its type, then each property. */
export function objectExpectations(folder: string, properties: Properties): Expectation[] {
  const { id } = properties;
  return typeof id === 'string' ? expectations(id, `${folder}/${id}`, properties) : [];
}

/** A -device without an id: QEMU numbers these in the order of the command line (system/qdev-monitor.c, qdev_set_id). */
export function anonymousExpectations(properties: Properties, index: number): Expectation[] {
  const { driver } = properties;
  if (typeof driver !== 'string') return [];
  return expectations(`${driver} (${index})`, `/machine/peripheral-anon/device[${index}]`, properties);
}

/** usb-storage hands its drive on to the SCSI disk that it makes (QEMU hw/scsi/scsi-bus.c, scsi_bus_legacy_add_drive). */
const usbDisk = (path: string) => `${path}/${path.replace(/^.*\//, '')}.0/legacy[0]`;

function expectations(subject: string, path: string, { driver, ...properties }: Properties): Expectation[] {
  return Object.entries({ driver, ...properties }).flatMap(([what, planned]) => {
    const property = what in READ_AS ? READ_AS[what] : what;
    if (planned === undefined || typeof planned === 'object' || property === undefined) return [];
    const holder = what === 'drive' && driver === 'usb-storage' ? usbDisk(path) : path;
    return [{ subject, what, planned, ask: (qemu) => qemu.property(holder, property) } satisfies Expectation];
  });
}
