import { hostdevDriverGone, hostdevInvalid, hostdevRamfbTwice } from '../../diagnostics/catalog';
import type { Address } from '../../model/address';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Hostdev, MdevModel, MdevSource, PciHostSource } from '../../model/hostdev';
import type { Context } from '../context';
import { requiresFwCfgDma } from '../guest/fw-cfg';
import { validateInitiators } from './initiators';
import { requires } from '../requires';

/** Addresses of mediated devices: a crypto adapter of s390x (vfio-ap) is on no bus. */
export const MDEV_ADDRESSES: Readonly<Record<MdevModel, readonly Address['type'][]>> = {
  'vfio-pci': ['pci'],
  'vfio-ccw': ['ccw'],
  'vfio-ap': [],
};

/** PCI functions and mediated devices (libvirt src/qemu/qemu_validate.c). */
export function validateVfio(
  device: Hostdev,
  source: PciHostSource | MdevSource,
  guest: Domain,
  context: Context,
): void {
  if (source.type === 'mdev') validateMdev(device, source, guest, context);
  else validatePci(device, source, guest, context);
  validateScreen(device, source, guest, context);
}

function validatePci(device: Hostdev, source: PciHostSource, guest: Domain, context: Context): void {
  const { at } = device;
  const { driver, teaming } = source;
  const { report } = context;
  validateInitiators(device, source, guest, context);
  if (driver !== undefined && driver !== 'vfio') report(hostdevDriverGone(at.of('driver/@name'), driver));
  if (teaming === undefined) return;
  requires(context, 'virtio-net.failover', at.of('teaming'), 'failover pairs');
  if (teaming.type !== 'transient' || teaming.persistent === undefined)
    report(
      hostdevInvalid(
        at.of('teaming'),
        'it is the half of a failover pair that comes and goes, and names the other',
        "<teaming type='transient' persistent='ALIAS'/>",
      ),
    );
}

function validateMdev(device: Hostdev, source: MdevSource, guest: Domain, context: Context): void {
  const { at, bootOrder } = device;
  const { report } = context;
  requires(context, source.model, at.of('@model'), `the model '${source.model}'`);
  if (bootOrder !== undefined && source.model !== 'vfio-ccw')
    report(
      hostdevInvalid(
        at.of('boot/@order'),
        `a guest cannot boot from a mediated device of model '${source.model}'`,
        'no <boot>',
      ),
    );
  if (source.model !== 'vfio-ap') return;
  const first = devicesOf(guest, 'hostdev').find(
    (other) => other.source.type === 'mdev' && other.source.model === 'vfio-ap',
  );
  if (first !== device)
    report(hostdevInvalid(at.of('@model'), 'a guest has one device of model vfio-ap', 'the first one alone'));
}

function validateScreen(
  device: Hostdev,
  { type, display, ramfb, ...rest }: PciHostSource | MdevSource,
  guest: Domain,
  context: Context,
): void {
  const { report } = context;
  const { at } = device;
  if (display === undefined && ramfb === undefined) return;
  const shows = type === 'pci' || ('model' in rest && rest.model === 'vfio-pci');
  const what = at.of(display === undefined ? '@ramfb' : '@display');
  if (!shows) report(hostdevInvalid(what, 'only vfio-pci has a screen', "model='vfio-pci'"));
  if (display !== undefined) requires(context, 'vfio-pci.display', what, 'screens of host devices');
  if (display === true && devicesOf(guest, 'graphics').length === 0)
    report(hostdevInvalid(what, 'nothing shows its screen', 'a <graphics> device'));
  if (ramfb === true) validateRamfb(device, guest, context);
}

function validateRamfb(device: Hostdev, guest: Domain, context: Context): void {
  const at = device.at.of('@ramfb');
  requires(context, 'vfio-pci.ramfb', at, 'a boot screen on host devices');
  requiresFwCfgDma('ramfb', at, guest, context);
  const first = devicesOf(guest, 'hostdev').find(
    ({ source }) => (source.type === 'pci' || source.type === 'mdev') && source.ramfb === true,
  );
  if (first !== undefined && first !== device) context.report(hostdevRamfbTwice(at, first.at.of('@ramfb')));
}
