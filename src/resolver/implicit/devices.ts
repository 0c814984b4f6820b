import { implicitAudio } from './audio';
import { devicesOf, type Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Input } from '../../model/input';
import type { Memballoon } from '../../model/memballoon';
import type { Video } from '../../model/video';
import type { Watchdog } from '../../model/watchdog';
import { pairConsole } from './console-pair';
import type { Context } from '../context';
import { lacksPci } from '../address/pci/board';
import { machineAt } from '../controller/implicit';
import { machineFamily } from '../machine/family';
import { withDevices } from '../../model/with-devices';

/** Adds what a guest has although its XML does not say so: a screen, a balloon, an audio back end. */
export function implicitDevices(guest: Domain, context: Context): Domain {
  const added = [
    implicitVideo(guest),
    implicitWatchdog(guest, context),
    implicitMemballoon(guest, context),
    implicitAudio(guest, context),
    ...implicitInputs(guest, context),
  ];
  const present = added.filter((device) => device !== undefined);
  const devices = primaryVideoFirst(present.length === 0 ? guest.devices : [...guest.devices, ...present]);
  return pairConsole(devices === guest.devices ? guest : withDevices(guest, devices), context);
}

/** A guest that can be seen needs something that shows. */
function implicitVideo(guest: Domain): Video | undefined {
  const graphics = devicesOf(guest, 'graphics')[0];
  if (graphics === undefined || devicesOf(guest, 'video').length > 0) return undefined;
  return { kind: 'video', at: graphics.at, implicit: true, alias: undefined, address: undefined, virtio: {} };
}

/**
 * Boards of 64-bit POWER have no PS/2 ports: who sees such a guest types and points over USB. libvirt adds them before
 * inputs without a bus get one, so that it does not count these (src/qemu/qemu_postparse.c).
 */
function implicitInputs(guest: Domain, context: Context): Input[] {
  const graphics = devicesOf(guest, 'graphics')[0];
  const asLibvirt = context.profile.libvirtDefaults;
  if (graphics === undefined || !(guest.os.arch ?? context.qemu.arch).startsWith('ppc64')) return [];
  const present = devicesOf(guest, 'input').filter(
    ({ bus }) => bus === 'usb' || (bus === undefined && !asLibvirt),
  );
  return (['keyboard', 'mouse'] as const)
    .filter((type) => !present.some((input) => (input.type === 'tablet' ? 'mouse' : input.type) === type))
    .map((type) => ({
      kind: 'input',
      at: graphics.at,
      implicit: true,
      alias: undefined,
      address: undefined,
      type,
      bus: 'usb',
      virtio: {},
    }));
}

/** The chipset of q35 has a watchdog; what it does is what the others do. */
function implicitWatchdog(guest: Domain, context: Context): Watchdog | undefined {
  const watchdogs = devicesOf(guest, 'watchdog');
  if (machineFamily(guest, context) !== 'q35' || watchdogs.some(({ model }) => model === 'itco'))
    return undefined;
  return {
    kind: 'watchdog',
    at: machineAt(guest),
    implicit: true,
    model: 'itco',
    action: watchdogs[0]?.action,
  };
}

/** Machines of these architectures get a balloon from libvirt (src/qemu/qemu_domain.c, default devices). */
const WITH_BALLOON = ['x86_64', 'i386', 'ppc64', 'ppc', 's390x', 'riscv64', 'riscv32'];

function implicitMemballoon(guest: Domain, context: Context): Memballoon | undefined {
  if (devicesOf(guest, 'memballoon').length > 0 || !WITH_BALLOON.includes(context.qemu.arch))
    return undefined;
  if (lacksPci(guest, context)) return undefined;
  return {
    kind: 'memballoon',
    at: machineAt(guest),
    implicit: true,
    alias: undefined,
    address: undefined,
    model: 'virtio',
    virtio: {},
  };
}

/** The first video device is the machine's VGA; `primary='yes'` makes one the first. */
function primaryVideoFirst(devices: readonly Device[]): readonly Device[] {
  const primary = devices.find((device) => device.kind === 'video' && device.primary === true);
  return primary === undefined || primary === devices[0]
    ? devices
    : [primary, ...devices.filter((device) => device !== primary)];
}
