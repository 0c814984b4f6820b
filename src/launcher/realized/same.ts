import type { Value } from '../../emitter/args';
import type { Json } from '../../qemu/probe/qmp';

/** Names of devices that QEMU knows by another (QEMU system/qdev-monitor.c, qdev_alias_table). */
const ALIASES: Readonly<Record<string, string>> = {
  lsi: 'lsi53c895a',
  ahci: 'ich9-ahci',
  es1370: 'ES1370',
  ac97: 'AC97',
  'e1000-82540em': 'e1000',
};

/** A device of virtio without its bus is an alias too. */
const TRANSPORTS = ['pci', 'ccw', 'device'];

/**
 * Whether QEMU has what was planned. It says the same in words of its own: on and off as a boolean, a link as the path of
 * what it points to, a number in decimal, a size in bytes, a PCI address as `02.0` or as the number 16, an id that it chose in full.
 */
export function same(what: string, planned: Value, realized: Json): boolean {
  if (typeof planned === 'object' || typeof realized === 'object') return false;
  const [wanted, has] = [plain(planned), plain(realized)];
  if (wanted === has || ALIASES[wanted] === has || has.endsWith(`/${wanted}`)) return true;
  if (/^virtio-/.test(wanted) && TRANSPORTS.some((bus) => `${wanted}-${bus}` === has)) return true;
  if (what === 'guid' && wanted === 'auto') return true;
  // a shared namespace moves to the subsystem that QEMU makes of its controller (hw/nvme/ns.c, nvme_ns_realize)
  if (what === 'bus' && has.endsWith('/nvme-bus.0')) return true;
  // blanks up to eight characters (QEMU hw/s390x/s390-virtio-ccw.c, machine_set_loadparm)
  if (what === 'loadparm') return wanted.toUpperCase() === has.trimEnd();
  const [number, other] =
    what === 'addr' ? [slotOf(wanted), slotOf(realized)] : [numberOf(wanted), numberOf(has)];
  return number !== undefined && number === other;
}

/** As it is compared, and as it is shown. */
export function plain(value: Value | Json): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const SIZE_UNITS = 'kmgt';

/** JSON numbers of 64 bits have lost their last digits, so both lose them. A unit is a power of 1024 (QEMU util/cutils.c). */
function numberOf(text: string): number | undefined {
  if (/^(0x[\da-f]+|\d+)$/i.test(text)) return Number(text);
  const [, count, unit] = /^(\d+)([kmgt])$/i.exec(text) ?? [];
  return count === undefined || unit === undefined
    ? undefined
    : Number(count) * 1024 ** (SIZE_UNITS.indexOf(unit.toLowerCase()) + 1);
}

/** A PCI device and its function, as the eight bits that hold them, from `0x1.0x2` or `01.2`: both are hexadecimal. */
function slotOf(slot: Exclude<Json, object>): number | undefined {
  if (typeof slot !== 'string') return Number(slot);
  const [, device, fn = '0'] = /^(?:0x)?([\da-f]{1,2})(?:\.(?:0x)?([0-7]))?$/i.exec(slot) ?? [];
  return device === undefined ? undefined : Number.parseInt(device, 16) * 8 + Number(fn);
}
