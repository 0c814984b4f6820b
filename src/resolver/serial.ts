import { isLoongarch, isRiscv, isX86 } from '../qemu/architectures';
import {
  addressLeftOut,
  portsMany,
  serialPortTaken,
  serialTarget as serialTargetInvalid,
} from '../diagnostics/catalog';
import type { Address } from '../model/address';
import type { Serial, SerialModel, SerialTarget } from '../model/chardev';
import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import type { PlannedPort } from '../model/plan/port';
import { hasNoServer, planChardev, refuseSecondSclp, refuseSpiceVmc, validatePort } from './chardev';
import type { Context } from './context';
import type { KindResolver } from './kind';
import { requires } from './requires';
import { machineFamily } from './machine/family';
import { slotOf } from './address/slot';
import { keepLast } from '../model/keep-last';

/** The models of each target type, its default first. */
const MODELS: { readonly [T in SerialTarget]: readonly SerialModel[] } = {
  'isa-serial': ['isa-serial'],
  'usb-serial': ['usb-serial'],
  'pci-serial': ['pci-serial'],
  'spapr-vio-serial': ['spapr-vty'],
  'system-serial': ['pl011', '16550a'],
  'sclp-serial': ['sclpconsole', 'sclplmconsole'],
  'isa-debug': ['isa-debugcon'],
};

/** QEMU hw/char/serial-isa.c MAX_ISA_SERIAL_PORTS. */
const MOST_ISA_PORTS = 4;

const ADDRESSES: { readonly [T in SerialTarget]: readonly Address['type'][] } = {
  'isa-serial': ['isa'],
  'usb-serial': ['usb'],
  'pci-serial': ['pci'],
  'spapr-vio-serial': ['spapr-vio'],
  'system-serial': [],
  'sclp-serial': [],
  'isa-debug': ['isa'],
};

export const serial: KindResolver<'serial'> = {
  defaults: (device, guest, context) => {
    if (context.profile.checksForLibvirt) checkNamedPort(device, guest, context);
    const targetType = targetOf(device, guest, context);
    const model = ownModel(guest, context);
    return {
      ...device,
      address: addressOf(device, targetType, context),
      targetType,
      targetModel: device.targetModel ?? (targetType === 'system-serial' ? model : MODELS[targetType][0]),
      port: device.port ?? freePort(device, guest, context),
    };
  },
  validate: validateSerial,
  plan: (device, guest, context) => {
    if (hasNoServer(device.source, guest)) return undefined;
    const alias = device.alias ?? '';
    return {
      kind: 'serial',
      device,
      id: alias,
      slot: slotOf(device, guest, context),
      chardev: planChardev(device.source, { id: `char${alias}`, alias }, guest, context),
      front: frontOf(device),
    };
  },
};

/** What the board itself has for a serial port (QEMU hw/arm, hw/riscv/virt.c, hw/loongarch/virt.c). */
function ownModel({ os }: Domain, { qemu }: Context): SerialModel {
  const arch = os.arch ?? qemu.arch;
  return isRiscv(arch) || isLoongarch(arch) ? '16550a' : 'pl011';
}

/** Once isa-serial was what every port without a type was called: elsewhere it stands for the board's own. */
function targetOf({ targetType, address }: Serial, guest: Domain, context: Context): SerialTarget {
  if (targetType !== undefined && targetType !== 'isa-serial') return targetType;
  return serialTarget(address, guest, context);
}

/** On pSeries libvirt gives a port of the machine's own a place on its virtual bus, whatever place is written. */
function addressOf({ address }: Serial, target: SerialTarget, { report }: Context): Serial['address'] {
  if (target !== 'spapr-vio-serial' || address === undefined || address.type === 'spapr-vio') return address;
  report(addressLeftOut(address.at.of('@type'), address.type));
  return undefined;
}

/** What a serial port is where the XML does not say: by its address, which libvirt does not ask, else by the machine. */
export function serialTarget(address: Address | undefined, guest: Domain, context: Context): SerialTarget {
  if (!context.profile.libvirtDefaults) {
    if (address?.type === 'usb') return 'usb-serial';
    if (address?.type === 'pci') return 'pci-serial';
    if (address?.type === 'isa') return 'isa-serial';
  }
  const family = machineFamily(guest, context);
  if (family === 'pseries') return 'spapr-vio-serial';
  if (address?.type === 'spapr-vio' && !context.profile.libvirtDefaults) return 'spapr-vio-serial';
  if (context.qemu.arch === 's390x') return 'sclp-serial';
  return isX86(guest.os.arch ?? context.qemu.arch) ? 'isa-serial' : 'system-serial';
}

/** libvirt numbers the ports that the XML does not above all that it does; but a board has few numbers. */
function freePort(device: Serial, guest: Domain, { profile }: Context): number {
  const numbered = profile.libvirtDefaults ? numberedAbove : numberedBetween;
  return numbered(devicesOf(guest, 'serial')).get(device) ?? 0;
}

type Numbers = ReadonlyMap<Serial, number>;

const numberedAbove = keepLast((serials: readonly Serial[]): Numbers => {
  const highest = serials.reduce((last, { port = -1 }) => Math.max(last, port), -1);
  return numberFrom(highest + 1, serials);
});

const numberedBetween = keepLast((serials: readonly Serial[]): Numbers => numberFrom(0, serials));

function numberFrom(first: number, serials: readonly Serial[]): Numbers {
  const taken = new Set(serials.map(({ port }) => port));
  const numbers = new Map<Serial, number>();
  let next = first;
  for (const serial of serials) {
    if (serial.port !== undefined) continue;
    while (taken.has(next)) next++;
    numbers.set(serial, next++);
  }
  return numbers;
}

/** By list, since every port asks: looking for each in turn would take as many steps as there are pairs. */
const isaPortsTooMany = keepLast(
  (ports: readonly Serial[]): ReadonlySet<Serial> =>
    new Set(ports.filter(({ targetType }) => targetType === 'isa-serial').slice(MOST_ISA_PORTS)),
);

function validateSerial(device: Serial, guest: Domain, context: Context): void {
  const { at, targetType = 'isa-serial', targetModel, address, source } = device;
  validatePort(source, guest, context);
  refuseSpiceVmc(source, 'serial ports', context);
  refuseSecondSclp(device, guest, context);
  if (targetType === 'pci-serial')
    requires(context, 'pci-serial', at.of('target/@type'), 'a PCI serial port');
  const { arch } = context.qemu;
  const x86 = isX86(arch);
  const native = serialTarget(undefined, guest, context);
  if (!['usb-serial', 'pci-serial', native, ...(x86 ? ['isa-debug'] : [])].includes(targetType))
    context.report(serialTargetInvalid(at.of('target/@type'), targetType, `${arch} machines`, native));
  // libvirt leaves it to QEMU, which refuses it
  if (context.profile.checksForQemu) validateIsaPort(device, guest, context);
  if (targetModel && !MODELS[targetType].includes(targetModel))
    context.report(
      serialTargetInvalid(
        at.of('target/model/@name'),
        targetModel,
        `target type '${targetType}'`,
        MODELS[targetType].join(' or '),
      ),
    );
  else if (targetType === 'system-serial' && targetModel !== ownModel(guest, context))
    context.report(
      serialTargetInvalid(
        at.of('target/model/@name'),
        targetModel ?? '',
        `${arch} machines`,
        ownModel(guest, context),
      ),
    );
  if (address && !ADDRESSES[targetType].includes(address.type))
    context.report(
      serialTargetInvalid(at.of('address/@type'), `${address.type} address`, targetType, 'no address'),
    );
}

const firstNamed = keepLast((ports: readonly Serial[]): ReadonlyMap<number | undefined, Serial> => {
  const named = ports.filter(({ targetType }) => targetType === 'isa-serial');
  return new Map(named.reverse().map((one) => [one.port, one]));
});

/** libvirt minds the numbers of ports that the XML itself calls isa-serial (src/qemu/qemu_domain_address.c). */
function checkNamedPort({ at, targetType, port }: Serial, guest: Domain, { report }: Context): void {
  if (targetType !== 'isa-serial' || port === undefined) return;
  const first = firstNamed(devicesOf(guest, 'serial')).get(port);
  if (first !== undefined && first.at !== at) report(serialPortTaken(at.of('target/@port'), port, first.at));
}

function validateIsaPort(device: Serial, guest: Domain, { report }: Context): void {
  const { at, targetType, port = 0 } = device;
  if (isaPortsTooMany(devicesOf(guest, 'serial')).has(device))
    report(portsMany(at, 'serial', MOST_ISA_PORTS, "give it <target type='pci-serial'/>"));
  else if (targetType === 'isa-serial' && port >= MOST_ISA_PORTS)
    report(portsMany(at.of('target/@port'), 'serial', MOST_ISA_PORTS, 'number it from 0 to 3'));
}

function frontOf({ targetType, targetModel = 'isa-serial', port }: Serial): PlannedPort<'serial'>['front'] {
  if (targetType === 'system-serial') return { type: 'serial' };
  return { type: 'device', driver: targetModel, index: targetType === 'isa-serial' ? port : undefined };
}
