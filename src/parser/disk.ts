import { diskMirrorLost, diskOfBhyve } from '../diagnostics/catalog';
import { DISK_BUSES, DISK_DEVICES, type Disk } from '../model/disk';
import { UINT } from '../model/number';
import { parseBootable } from './device-base';
import { parseDiskDriver } from './disk-driver';
import type { XmlElement } from './element';
import { parseLoadparm } from './loadparm';
import { parseIotune } from './iotune';
import { parseBackingStore, parseSource, SOURCE_TYPES } from './storage-source';

const MODELS = [
  'virtio',
  'virtio-transitional',
  'virtio-non-transitional',
  'usb-storage',
  'usb-bot',
] as const satisfies readonly NonNullable<Disk['model']>[];

/** `<disk>`. */
export function parseDisk(element: XmlElement): Disk | undefined {
  if (element.text('@type') === 'ctl') return refuseCtl(element);
  // the state of a block job of a running guest; libvirt's own conversion leaves it out, too
  if (element.skip('mirror')) element.report(diskMirrorLost(element.at.of('mirror')));
  const type = element.choice('@type', SOURCE_TYPES) ?? 'file';
  const at = element.child('source');
  const source = at && parseSource(at, type, element);
  const disk = parseWith(element, type, source);
  // Of a source that was refused there is nothing more to say.
  return at !== undefined && source === undefined && !MAY_BE_EMPTY.includes(type) ? undefined : disk;
}

function refuseCtl(element: XmlElement): undefined {
  element.report(diskOfBhyve(element.at.of('@type')));
  element.skipAll();
}

/** A path may be left out; that of a drive without a medium is. */
const MAY_BE_EMPTY: readonly Disk['type'][] = ['file', 'block', 'dir'];

function parseWith(element: XmlElement, type: Disk['type'], source: Disk['source']): Disk {
  const transient = element.child('transient');
  return {
    kind: 'disk',
    ...parseBootable(element),
    loadparm: parseLoadparm(element),
    type,
    device: element.choice('@device', DISK_DEVICES) ?? 'disk',
    model: element.choice('@model', MODELS),
    rawio: element.yes('@rawio'),
    sgio: element.choice('@sgio', ['filtered', 'unfiltered']),
    snapshot: element.choice('@snapshot', ['no', 'internal', 'external', 'manual']),
    driver: parseDiskDriver(element),
    source,
    backing: parseBackingStore(element),
    target: parseTarget(element),
    iotune: parseIotune(element),
    blockio: parseBlockio(element),
    geometry: parseGeometry(element),
    readonly: element.has('readonly'),
    shareable: element.has('shareable'),
    transient: transient && { shareBacking: transient.yes('@shareBacking') ?? false },
    // White space counts: a guest sees the serial as it is written.
    serial: element.rawText('serial') || undefined,
    wwn: parseWwn(element),
    vendor: element.rawText('vendor') || undefined,
    product: element.rawText('product') || undefined,
  };
}

/** Without the 0x that may be before it (libvirt src/util/virutil.c virValidateWWN). */
function parseWwn(element: XmlElement): string | undefined {
  const text = element.text('wwn');
  const digits = text?.replace(/^0x/, '');
  if (text === undefined || /^[0-9a-fA-F]{16}$/.test(digits ?? '')) return digits;
  element.invalid('wwn', text, "16 hexadecimal digits, such as '5000c50015ea71ab'");
  return undefined;
}

function parseTarget(element: XmlElement): Disk['target'] {
  return {
    // in guests that were made for Xen
    dev: element
      .required('target/@dev', "name the disk's place, such as <target dev='vda' bus='virtio'/>")
      .replace(/^ioemu:/, ''),
    bus: element.choice('target/@bus', DISK_BUSES),
    tray: element.choice('target/@tray', ['open', 'closed']),
    removable: element.on('target/@removable'),
    rotationRate: element.integer('target/@rotation_rate', { max: 0xffff }) || undefined, // 0 is none
    dpofua: element.on('target/@dpofua'),
  };
}

function parseBlockio(element: XmlElement): Disk['blockio'] {
  const blockio = element.child('blockio');
  return (
    blockio && {
      logical: blockio.integer('@logical_block_size', { max: UINT }),
      physical: blockio.integer('@physical_block_size', { max: UINT }),
      discardGranularity: blockio.integer('@discard_granularity', { max: UINT }),
    }
  );
}

function parseGeometry(element: XmlElement): Disk['geometry'] {
  const geometry = element.child('geometry');
  return (
    geometry && {
      cyls: geometry.integer('@cyls', { max: UINT }) ?? 0,
      heads: geometry.integer('@heads', { max: UINT }) ?? 0,
      secs: geometry.integer('@secs', { max: UINT }) ?? 0,
      trans: geometry.choice('@trans', ['auto', 'none', 'lba']),
    }
  );
}
