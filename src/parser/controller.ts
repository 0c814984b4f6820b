import { attributeMisplaced } from '../diagnostics/catalog';
import {
  CONTROLLER_TYPES,
  IDE_MODELS,
  PCI_MODELS,
  SCSI_MODELS,
  USB_MODELS,
  VIRTIO_SERIAL_MODELS,
  type Controller,
  type ControllerType,
  type PciOptions,
} from '../model/controller';
import { parseBootOrder, parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseControllerSet } from './scsi-set';
import { parseScaledSize } from './scaled-size';
import { parseDriverOptions, parseIothreadMappings } from './virtio';

/** Which models a type has; a type that is not here has none. */
const MODELS: Readonly<Partial<Record<ControllerType, readonly string[]>>> = {
  ide: IDE_MODELS,
  pci: PCI_MODELS,
  scsi: SCSI_MODELS,
  usb: USB_MODELS,
  'virtio-serial': VIRTIO_SERIAL_MODELS,
};

const WITH_MODELS = Object.keys(MODELS)
  .map((type) => `type='${type}'`)
  .join(', ');

const INT_MAX = 0x7fff_ffff;

/** Numbers that some types of controllers have: no other type is read for them. */
const COUNTS = {
  ports: { path: '@ports', types: ['usb', 'virtio-serial'] },
  vectors: { path: '@vectors', types: ['virtio-serial'] },
} as const;

function parseCount(name: keyof typeof COUNTS, element: XmlElement, type: ControllerType) {
  const { path, types } = COUNTS[name];
  const has: readonly ControllerType[] = types;
  return has.includes(type) ? element.integer(path, { max: INT_MAX }) : undefined;
}

/** A companion whose first port nobody names begins at the first; a controller that there is none of has no place. */
function parseMaster(element: XmlElement, type: ControllerType): number | undefined {
  if ((type === 'usb' && element.text('@model') === 'none') || !element.has('master')) return undefined;
  const port = element.integer('master/@startport', { max: INT_MAX }) ?? 0;
  return type === 'usb' ? port : undefined;
}

/** `<controller>`; undefined when its type is unknown, which is reported. */
export function parseController(element: XmlElement): Controller | undefined {
  element.required('@type', 'give the controller a type, such as pci or scsi');
  const type = element.choice('@type', CONTROLLER_TYPES);
  if (type === undefined) {
    element.skipAll();
    return undefined;
  }
  if (type === 'xenbus') element.skipAll(); // refused as a whole
  const models = MODELS[type];
  const { at, alias, address, acpiIndex } = parseDeviceBase(element);
  const adapter = type === 'scsi' && element.has('source') ? parseAdapter(element) : undefined;
  return {
    kind: 'controller',
    at,
    alias,
    address,
    acpiIndex,
    type,
    index: element.integer('@index', { max: INT_MAX }),
    model: models ? element.choice('@model', models) : refuseModel(element, type),
    ports: parseCount('ports', element, type),
    vectors: parseCount('vectors', element, type),
    // white space counts: a guest sees the serial as it is written
    serial: type === 'nvme' ? element.rawText('serial') || undefined : undefined,
    masterStartPort: parseMaster(element, type),
    source: adapter?.source,
    lunReadonly: adapter?.lunReadonly,
    lunShareable: adapter?.lunShareable,
    bootOrder: adapter?.bootOrder,
    driver: parseDriver(element.child('driver')),
    pci: type === 'pci' ? parsePciOptions(element) : {},
  };
}

/** libvirt src/conf/domain_conf.c virDomainControllerModelTypeFromString: a type without models has none to name. */
function refuseModel(element: XmlElement, type: ControllerType): undefined {
  if (type !== 'xenbus' && element.has('@model'))
    element.report(attributeMisplaced(element.at.of('@model'), 'model', WITH_MODELS));
}

/** An adapter of the host, and what holds for each of its LUNs. */
function parseAdapter(
  element: XmlElement,
): Pick<Controller, 'source' | 'lunReadonly' | 'lunShareable' | 'bootOrder'> {
  return {
    source: parseControllerSet(element),
    lunReadonly: element.has('readonly'),
    lunShareable: element.has('shareable'),
    bootOrder: parseBootOrder(element),
  };
}

function parseDriver(driver: XmlElement | undefined): Controller['driver'] {
  return {
    queues: driver?.integer('@queues', { max: INT_MAX }) || undefined, // 0 is none
    cmdPerLun: driver?.integer('@cmd_per_lun', { max: INT_MAX }) || undefined,
    maxSectors: driver?.integer('@max_sectors', { max: INT_MAX }) || undefined,
    ioeventfd: driver?.on('@ioeventfd'),
    iothread: driver?.integer('@iothread', { max: INT_MAX }) || undefined,
    iothreads: parseIothreadMappings(driver),
    virtio: parseDriverOptions(driver),
  };
}

/** The models of a board's own bus; index 0 is one without a word. */
const ROOTS: ReadonlySet<string | undefined> = new Set([undefined, 'pci-root', 'pcie-root']);

/** The ranges are those of libvirt's reader (src/conf/domain_conf.c): a byte for what QEMU keeps in one. */
function parsePciOptions(element: XmlElement): PciOptions {
  const target = element.child('target');
  return {
    modelName: element.text('model/@name'),
    chassisNr: target?.anyBase('@chassisNr', { min: 1, max: 255 }),
    chassis: target?.anyBase('@chassis', { max: 255 }),
    port: target?.anyBase('@port', { max: 255 }),
    busNr: target?.anyBase('@busNr', { min: 1, max: 254 }),
    index: target?.anyBase('@index', { max: 30 }),
    hotplug: target?.on('@hotplug'),
    memReserve: target?.integer('@memReserve'),
    numaNode: target?.integer('node', { max: INT_MAX }),
    // others have none, and what they say of it is left unread
    pcihole64: ROOTS.has(element.text('@model'))
      ? inKiB(parseScaledSize(element, 'pcihole64', 1024))
      : undefined,
  };
}

function inKiB(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : Math.ceil(bytes / 1024);
}
