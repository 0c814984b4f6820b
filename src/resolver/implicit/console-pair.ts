import type { Console, Serial } from '../../model/chardev';
import { devicesOf, type Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { serialTarget } from '../serial';
import { mapDevices } from '../map-devices';

/**
 * The first console of a machine with serial ports is its first serial port, written twice. Where only one of the two
 * is there the other is added, so that consoles are numbered alike (libvirt src/conf/domain_postparse.c).
 */
export function pairConsole(guest: Domain, context: Context): Domain {
  const [console] = devicesOf(guest, 'console');
  const [serial] = devicesOf(guest, 'serial');
  if (console && (console.targetType ?? 'serial') === 'serial') {
    const marked = replace(guest, console, { ...console, targetType: 'serial' });
    return serial ? marked : insert(marked, serialOf(console), undefined);
  }
  const type = serial && (serial.targetType ?? serialTarget(serial.address, guest, context));
  const twin = type !== undefined && !['usb-serial', 'pci-serial', 'isa-debug'].includes(type);
  return serial && twin ? insert(guest, consoleOf(serial), console) : guest;
}

function replace(guest: Domain, old: Device, device: Device): Domain {
  return mapDevices(guest, (other) => (other === old ? device : other));
}

function insert(guest: Domain, device: Device, before: Device | undefined): Domain {
  const at = before ? guest.devices.indexOf(before) : guest.devices.length;
  return { ...guest, devices: [...guest.devices.slice(0, at), device, ...guest.devices.slice(at)] };
}

function serialOf({ at, source, address, alias }: Console): Serial {
  return { kind: 'serial', at, implicit: true, source, address, alias, port: 0 };
}

function consoleOf({ at, source }: Serial): Console {
  return { kind: 'console', at, implicit: true, source, targetType: 'serial', port: 0 };
}
