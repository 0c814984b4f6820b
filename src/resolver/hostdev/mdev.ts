import { onOff } from '../../model/on-off';
import type { Hostdev, MdevSource } from '../../model/hostdev';
import type { PlannedMdev } from '../../model/plan/hostdev';
import type { Context } from '../context';
import { takesLoadparm } from './loadparm';

/** A screen that nobody asked for stays off, whatever QEMU's default becomes (libvirt src/qemu/qemu_domain.c). */
export function mdevDefaults(device: Hostdev, { qemu }: Context): Hostdev {
  const { source } = device;
  if (source.type !== 'mdev' || source.model !== 'vfio-pci' || source.display !== undefined) return device;
  return qemu.has('vfio-pci.display') ? { ...device, source: { ...source, display: false } } : device;
}

export function planMdev(
  device: Hostdev,
  { model, uuid, display, ramfb }: MdevSource,
  context: Context,
): PlannedMdev {
  context.hostStep({
    what: `the mediated device ${uuid} must be active on the host`,
    commands: [`mdevctl start --uuid ${uuid}`],
  });
  return {
    type: 'mdev',
    driver: model === 'vfio-pci' && ramfb === true ? 'vfio-pci-nohotplug' : model,
    sysfsdev: `/sys/bus/mdev/devices/${uuid}`,
    display: onOff(display),
    ramfb: ramfb === true ? true : undefined,
    loadparm: takesLoadparm(device, context) ? device.loadparm : undefined,
  };
}
