import { hostdevAttribute } from '../diagnostics/catalog';
import {
  MDEV_MODELS,
  type Hostdev,
  type HostdevSource,
  type MdevSource,
  type PciHostSource,
  type UsbHostSource,
} from '../model/hostdev';
import { UINT } from '../model/number';
import { VIRTIO_MODELS } from '../model/virtio';
import { parsePciAddress, parseTargetAddress, parseUsbPort } from './address';
import { parseBootable } from './device-base';
import type { XmlElement } from './element';
import { refuseHostdev } from './hostdev-refusal';
import { parseNetworkSource } from './network-source';
import { numberSet } from './numa';
import { parseRom } from './rom';
import { isScsiReference, parseLun, parseScsiReference } from './scsi-reference';
import { parseHostdevSet } from './scsi-set';
import { parseSourceCommon } from './source-common';
import { parseUuid } from './uuid';
import { parseLoadparm } from './loadparm';

/** `<hostdev type=>`: its name -> the reader of `<source>`, with the whole element for what stands beside it. */
const TYPES = ['scsi', 'scsi_host', 'scsi_target', 'pci', 'usb', 'mdev'] as const;
const SOURCES: Readonly<
  Record<(typeof TYPES)[number], (source: XmlElement, hostdev: XmlElement) => HostdevSource | undefined>
> = {
  scsi: parseScsi,
  scsi_host: parseScsiHost,
  scsi_target: parseScsiTarget,
  pci: parseScreened,
  usb: parseUsb,
  mdev: parseMdev,
};

/** `capability` is the mode of 2008, which named a SCSI device by its node: `<source name='sg3'/>`. */
const MODES = ['subsystem', 'capabilities', 'capability'] as const;

/** `<hostdev mode= type=>`. */
export function parseHostdev(element: XmlElement): Hostdev | undefined {
  const mode = element.choice('@mode', MODES) ?? 'subsystem';
  const name = element.required('@type', "say what it is, such as type='scsi'");
  const type = mode === 'subsystem' || name === 'scsi' ? TYPES.find((known) => known === name) : undefined;
  if (type === undefined) {
    refuseHostdev(element, mode, name);
    return undefined;
  }
  const parser = SOURCES[type];
  const child = element.child('source');
  if (child === undefined) element.required('source', 'say which device of the host it is');
  const source = child && parser(child, element);
  // what is missing is said; of the rest nothing needs a word
  if (source === undefined) element.skipAll();
  if (type !== 'pci' && type !== 'usb' && child !== undefined)
    refuseAttributes(child, ['startupPolicy'], type);
  return (
    source && {
      kind: 'hostdev',
      ...parseBootable(element),
      loadparm: parseLoadparm(element),
      ...parseOptions(element, source),
      ...(mode === 'subsystem' ? {} : parseTargetAddress(element)),
      source,
    }
  );
}

/** Those of another type, or of Xen (libvirt src/conf/domain_conf.c, src/qemu/qemu_validate.c). */
function refuseAttributes(element: XmlElement, attributes: readonly string[], type: string): void {
  for (const name of attributes)
    if (element.has(`@${name}`)) element.report(hostdevAttribute(element.at.of(`@${name}`), name, type));
}

function parseOptions(element: XmlElement, source: HostdevSource) {
  return {
    managed: element.yes('@managed'),
    rawio: element.yes('@rawio'),
    sgio: element.choice('@sgio', ['filtered', 'unfiltered']),
    model: modelOf(element, source),
    // of other devices, these are warned of as what nobody asks for
    readonly: isOfLuns(source) && element.has('readonly'),
    shareable: isOfLuns(source) && element.has('shareable'),
    rom: parseRom(element),
  };
}

function modelOf(element: XmlElement, source: HostdevSource) {
  if (hasVirtioModel(source)) return element.choice('@model', VIRTIO_MODELS);
  if (source.type !== 'mdev') refuseAttributes(element, ['model'], element.text('@type') ?? '');
  return undefined;
}

/** A target of vhost-scsi is the kernel's, which says itself who may write (libvirt src/conf/domain_conf.c). */
function isOfLuns({ type }: HostdevSource): boolean {
  return type.startsWith('scsi-');
}

/** A set's is that of the controller which is made for it. */
function hasVirtioModel({ type }: HostdevSource): boolean {
  return type === 'vhost-scsi' || type === 'scsi-set';
}

function parseScsi(source: XmlElement): HostdevSource | undefined {
  if (isScsiReference(source)) {
    const reference = parseScsiReference(source);
    return reference && { type: 'scsi-reference', reference };
  }
  const protocol = source.choice('@protocol', ['adapter', 'iscsi']) ?? 'adapter';
  if (protocol === 'adapter') {
    const adapter = source.required('adapter/@name', "name the host's adapter, such as scsi_host2");
    const place = {
      bus: numberOf(source, 'address/@bus'),
      target: numberOf(source, 'address/@target'),
      unit: unitOf(source),
    };
    return adapter === '' ? undefined : { type: 'scsi-host', adapter, ...place };
  }
  const network = parseNetworkSource(
    source,
    parseSourceCommon(source, undefined, () => undefined),
  );
  return network && { type: 'scsi-iscsi', network };
}

function numberOf(source: XmlElement, path: string): number {
  source.required(path);
  return source.integer(path, { max: UINT }) ?? 0;
}

function unitOf(source: XmlElement): string {
  source.required('address/@unit');
  return parseLun(source, 'address/@unit') ?? '0';
}

function parseScsiTarget(source: XmlElement, hostdev: XmlElement): HostdevSource | undefined {
  return parseHostdevSet(source, hostdev, 'target');
}

/** One of the host's adapters, or a target of the kernel's own (vhost-scsi). */
function parseScsiHost(source: XmlElement, hostdev: XmlElement): HostdevSource | undefined {
  return isScsiReference(source) ? parseHostdevSet(source, hostdev, 'host') : parseVhostScsi(source);
}

function parseVhostScsi(source: XmlElement): HostdevSource | undefined {
  source.required('@protocol');
  const protocol = source.choice('@protocol', ['vhost']);
  const wwpn = source.required('@wwpn');
  if (wwpn !== '' && !/^naa\.[0-9a-fA-F]{16}$/.test(wwpn))
    source.invalid('@wwpn', wwpn, "'naa.' and 16 hexadecimal digits");
  return protocol && { type: 'vhost-scsi', protocol, wwpn };
}

/** A GPU may show its screen in the guest's. */
function parseScreened(source: XmlElement, hostdev: XmlElement): PciHostSource | undefined {
  const pci = parsePci(source, hostdev);
  const nodes = numberSet(hostdev, 'acpi/@nodeset');
  return pci && { ...pci, nodes, display: hostdev.on('@display'), ramfb: hostdev.on('@ramfb') };
}

/** The PCI function in `<source>` of a `<hostdev>` or of an `<interface type='hostdev'>`, which have the rest alike. */
export function parsePci(source: XmlElement, hostdev: XmlElement): PciHostSource | undefined {
  const address = source.child('address');
  if (address === undefined) {
    source.required('address');
    return undefined;
  }
  address.skip('@type');
  refuseAttributes(source, ['startupPolicy', 'writeFiltering'], 'pci');
  return {
    type: 'pci',
    address: parsePciAddress(address),
    driver: hostdev.choice('driver/@name', ['vfio', 'kvm', 'xen']),
    driverModel: parseDriverModel(hostdev),
    iommufd: hostdev.yes('driver/@iommufd'),
    teaming: hostdev.child('teaming') && {
      type: hostdev.choice('teaming/@type', ['persistent', 'transient']),
      persistent: hostdev.text('teaming/@persistent'),
    },
  };
}

/** The kernel module that a managed device is bound to. Its name goes into a shell's commands. */
function parseDriverModel(hostdev: XmlElement): string | undefined {
  const model = hostdev.textOrEmpty('driver/@model');
  if (model === undefined || /^[A-Za-z0-9][\w-]*$/.test(model)) return model;
  hostdev.invalid('driver/@model', model, 'the name of a kernel module, such as mlx5_vfio_pci');
  return undefined;
}

function parseMdev(source: XmlElement, hostdev: XmlElement): MdevSource | undefined {
  hostdev.required('@model');
  source.has('address');
  source.required('address/@uuid', 'name the mediated device by its UUID');
  const model = hostdev.choice('@model', MDEV_MODELS);
  const uuid = parseUuid(source, 'address/@uuid');
  const display = hostdev.on('@display');
  const ramfb = hostdev.on('@ramfb');
  return model && uuid !== undefined ? { type: 'mdev', model, uuid, display, ramfb } : undefined;
}

export function parseUsb(source: XmlElement): UsbHostSource {
  return {
    type: 'usb',
    vendor: source.anyBase('vendor/@id', { min: 1, max: 0xffff }),
    product: source.anyBase('product/@id', { max: 0xffff }),
    bus: source.anyBase('address/@bus', { max: 999 }),
    device: source.anyBase('address/@device', { max: 999 }),
    port: parseUsbPort(source, 'address/@port'),
    startupPolicy: source.choice('@startupPolicy', ['mandatory', 'requisite', 'optional']),
    guestReset: source.choice('@guestReset', ['off', 'uninitialized', 'on']),
  };
}
