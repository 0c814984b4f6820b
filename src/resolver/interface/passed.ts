import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { PciHostSource, UsbHostSource } from '../../model/hostdev';
import type { Interface } from '../../model/interface';
import type { PlannedPassedCard } from '../../model/plan/interface';
import { networkByName, type NetworkSource } from '../../host/network';
import type { Context } from '../context';
import { planUsbHost } from '../hostdev/usb';
import { pciText } from '../../model/address';
import { parsePciText, planVfio } from '../hostdev/vfio';
import { slotOf } from '../address/slot';

/** A card of the host and who binds it to the driver that passes it through. */
export interface Passed {
  readonly source: PciHostSource | UsbHostSource;
  readonly managed?: boolean | undefined;
}

/** The host's card behind an interface: named in the XML, or one of the pool of its network. */
export function passedOf(device: Interface, guest: Domain, context: Context): Passed | undefined {
  const { type, source, teaming, managed } = device;
  if (type === 'hostdev') return source.passed && { source: source.passed, managed };
  if (type !== 'network') return undefined;
  const known = networkByName(context.host, source.network ?? '');
  if (typeof known === 'string') return undefined;
  const text = pooledFunction(device, known, guest);
  const address = text === undefined ? undefined : parsePciText(text, device.at);
  const binds = known.port?.managed ?? known.network.managed;
  return address && { source: { type: 'pci', address, teaming }, managed: binds };
}

/** libvirt plugs a card into the port of its network; where no port is known, each card of a guest takes the next. */
function pooledFunction(device: Interface, { network, port }: NetworkSource, guest: Domain) {
  if (port !== undefined) return port.plug === 'hostdev-pci' ? port.pci : undefined;
  if (network.forward !== 'hostdev') return undefined;
  const users = devicesOf(guest, 'interface').filter(
    ({ type, source }) => type === 'network' && source.network === device.source.network,
  );
  return network.functions?.[users.findIndex(({ at }) => at === device.at)];
}

export function planPassedCard(
  device: Interface,
  { source, managed }: Passed,
  guest: Domain,
  context: Context,
): PlannedPassedCard {
  const pooled = device.type === 'network';
  if (pooled && source.type === 'pci')
    context.decide({
      subject: device.alias ?? 'interface',
      value: pciText(source.address),
      reason: 'the network is a pool of PCI functions of the host',
      at: device.at.of('source/@network'),
    });
  return {
    kind: 'interface',
    device,
    id: device.alias ?? 'hostdev0',
    slot: slotOf(device, guest, context),
    bootindex: device.bootOrder,
    pooled,
    passed:
      source.type === 'pci'
        ? planVfio({ ...device, managed }, source, guest, context)
        : planUsbHost(source, context),
  };
}
