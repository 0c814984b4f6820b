import {
  pciExpanderForeign,
  pciModelMissing,
  pciModelNameInvalid,
  pciNumaNode,
  pciReserve,
  pciOptionMisplaced,
  pciRootMisused,
  pciRootUnnamed,
} from '../../diagnostics/catalog';
import type { Report } from '../../diagnostics/diagnostic';
import { PCIE_PORTS, type Controller, type PciModel } from '../../model/controller';
import type { Domain } from '../../model/domain';
import type { Place } from '../../model/place';
import type { Context } from '../context';
import type { Planned } from '../../model/plan/planned';
import type { PlannedPciRoot } from '../../model/plan/controller';
import { isArmVirt } from '../guest/board-features';
import { machineFamily, type MachineFamily } from '../machine/family';
import { requires } from '../requires';
import type { ControllerResolver } from './type';

/** Each model -> the QEMU devices that are one, the preferred first (libvirt src/conf/domain_conf.c model names). */
const DRIVERS: Readonly<Record<PciModel, readonly string[]>> = {
  'pci-root': [],
  'pcie-root': [],
  'pci-bridge': ['pci-bridge'],
  'dmi-to-pci-bridge': ['i82801b11-bridge'],
  'pcie-to-pci-bridge': ['pcie-pci-bridge'],
  'pcie-root-port': ['pcie-root-port', 'ioh3420'],
  'pcie-switch-upstream-port': ['x3130-upstream'],
  'pcie-switch-downstream-port': ['xio3130-downstream'],
  'pci-expander-bus': ['pxb'],
  'pcie-expander-bus': ['pxb-pcie'],
};

const PHB = 'spapr-pci-host-bridge';

/** The first bus of the machine, which has no argument. */
function isRoot({ model }: Pick<Controller, 'model'>): boolean {
  return model === 'pci-root' || model === 'pcie-root';
}

/** The QEMU device of a PCI controller; undefined for one on the board. */
export function pciDriver(controller: Controller, guest: Domain, context: Context): string | undefined {
  const { model, index = 0, pci } = controller;
  if (model === 'pci-root') return index > 0 && machineFamily(guest, context) === 'pseries' ? PHB : undefined;
  if (model === undefined) return undefined;
  if (pci.modelName !== undefined) return pci.modelName;
  const drivers = DRIVERS[model as PciModel];
  return model === 'pcie-root-port' && !context.qemu.has('pcie-root-port') ? 'ioh3420' : drivers[0];
}

function defaults(controller: Controller, guest: Domain, context: Context): Controller {
  if (controller.model !== undefined || controller.index !== 0) return controller;
  const family = machineFamily(guest, context);
  const model = family === 'q35' || family === 'virt' ? 'pcie-root' : 'pci-root';
  if (context.profile.checksForLibvirt) context.report(pciRootUnnamed(controller.at, model));
  return { ...controller, model };
}

function validate(controller: Controller, guest: Domain, context: Context): void {
  const { report } = context;
  const { at, model, pci } = controller;
  const cells = guest.numa.cells.length;
  if (pci.numaNode !== undefined && pci.numaNode >= cells)
    report(pciNumaNode(at.of('target/node'), pci.numaNode, cells));
  if (model === undefined) {
    report(pciModelMissing(at));
    return;
  }
  checkExpander(controller, guest, context);
  if (pci.hotplug !== undefined)
    requires(context, HOTPLUG[isRoot({ model }) ? 'root' : 'port'], at.of('target/@hotplug'), "'hotplug'");
  if (pci.pcihole64 !== undefined) checkHole(controller, guest, context);
  if (pci.memReserve !== undefined && pci.memReserve > MOST_RESERVED && context.profile.checksForQemu)
    report(pciReserve(at.of('target/@memReserve'), MOST_RESERVED));
  const pseries = machineFamily(guest, context) === 'pseries';
  checkOptions(controller, pseries, report);
  const names = model === 'pci-root' ? (pseries ? [PHB] : []) : DRIVERS[model as PciModel];
  if (pci.modelName !== undefined && !names.includes(pci.modelName))
    report(pciModelNameInvalid(at.of('model/@name'), pci.modelName, model, names));
}

/** Where there is a root that a second one can stand beside (libvirt src/qemu/qemu_validate.c). */
function checkExpander({ at, model }: Controller, guest: Domain, context: Context): void {
  const family = machineFamily(guest, context);
  if (model === 'pcie-expander-bus' && family !== 'q35' && !isArmVirt(guest, context))
    context.report(pciExpanderForeign(at.of('@model'), model, 'q35, or virt of ARM'));
  if (model === 'pci-expander-bus' && family !== 'i440fx')
    context.report(pciExpanderForeign(at.of('@model'), model, 'pc'));
}

const EXPANDERS: readonly string[] = ['pci-expander-bus', 'pcie-expander-bus'];

/** KiB: what a bridge reserves is below 4 GiB (QEMU hw/pci/pci_bridge.c pci_bridge_qemu_reserve_cap_init). */
const MOST_RESERVED = 4 * 1024 * 1024 - 1;

/** Which models have a use for an option; the path is the one in the XML. */
const OPTIONS = {
  chassisNr: ['target/@chassisNr', ['pci-bridge']],
  chassis: ['target/@chassis', PCIE_PORTS],
  port: ['target/@port', PCIE_PORTS],
  busNr: ['target/@busNr', EXPANDERS],
  numaNode: ['target/node', EXPANDERS],
  hotplug: ['target/@hotplug', [...PCIE_PORTS, 'pci-root']],
  memReserve: ['target/@memReserve', ['pcie-root-port', 'pci-bridge']],
  index: ['target/@index', []],
} as const satisfies Partial<Record<keyof Controller['pci'], readonly [string, readonly string[]]>>;

/** What has the property: the ACPI of the board, or the port (QEMU hw/acpi/piix4.c, hw/pci-bridge/pcie_root_port.c). */
const HOTPLUG = { root: 'piix4.acpi-root-pci-hotplug', port: 'pcie-root-port.hotplug' } as const;

/** A bridge of pseries is a pci-root of its own number and node. */
const OF_PHB: readonly string[] = ['index', 'numaNode'];

function checkOptions(
  { at, model = '', index = 0, pci, address }: Controller,
  pseries: boolean,
  report: Report,
): void {
  const root = isRoot({ model });
  if (root && index > 0 && !(pseries && model === 'pci-root'))
    report(pciRootMisused(at.of('@index'), `a ${model} has the index 0`, "use index='0', or another model"));
  if (root && pseries) checkPhb(at, index, pci.index, report);
  if (root && address !== undefined)
    report(pciRootMisused(at.of('address'), `a ${model} is on no bus`, 'remove its <address>'));
  for (const name of Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]) {
    const [path, models] = OPTIONS[name];
    const ofPhb = pseries && root && OF_PHB.includes(name) && (name === 'index' || index > 0);
    const fits = (models as readonly string[]).includes(model) || ofPhb;
    if (pci[name] !== undefined && !fits) report(pciOptionMisplaced(at.of(path), path, model));
  }
}

/** Number 0 is on the board. */
function checkPhb(at: Place, index: number, number: number | undefined, report: Report): void {
  if (number !== undefined && (number === 0) !== (index === 0))
    report(
      pciRootMisused(at.of('target/@index'), 'the first host bridge, and no other, is number 0', 'remove it'),
    );
}

/** QOM types of the host bridges that have a hole above 4 GiB (QEMU hw/pci-host/i440fx.c, q35.c). */
const HOSTS: Readonly<Partial<Record<MachineFamily, string>>> = {
  i440fx: 'i440FX-pcihost',
  q35: 'q35-pcihost',
};

/** Boards beside PCs have none to set: libvirt refuses what would have no effect (src/qemu/qemu_validate.c). */
function checkHole({ at, model = '' }: Controller, guest: Domain, context: Context): void {
  if (isRoot({ model }) && context.profile.checksForLibvirt && !HOSTS[machineFamily(guest, context)])
    context.report(
      pciRootMisused(at.of('pcihole64'), 'only pc and q35 have a hole that can be set', 'remove it'),
    );
}

/** What is said about the first bus; undefined: nothing. */
function planRoot(base: Planned<'controller'>, guest: Domain, context: Context): PlannedPciRoot | undefined {
  const { pcihole64, hotplug } = base.device.pci;
  const host = HOSTS[machineFamily(guest, context)];
  if (!isRoot(base.device) || (pcihole64 === undefined && hotplug === undefined)) return undefined;
  return {
    ...base,
    type: 'pci-root',
    hole64: pcihole64 === undefined || host === undefined ? undefined : { host, size: pcihole64 },
    acpiHotplug: hotplug,
  };
}

export const PCI: ControllerResolver = {
  defaults,
  validate,
  plan: (base, guest, context) => {
    const driver = pciDriver(base.device, guest, context);
    const { numaNode, hotplug, memReserve, chassisNr, chassis, port, busNr, index } = base.device.pci;
    return driver === undefined
      ? planRoot(base, guest, context)
      : {
          kind: base.kind,
          device: base.device,
          id: base.id,
          slot: base.slot,
          type: 'pci',
          driver,
          chassisNr,
          chassis,
          port,
          busNr,
          index: driver === PHB ? index : undefined,
          numaNode,
          hotplug,
          memReserve: memReserve === undefined ? undefined : memReserve * 1024,
        };
  },
};
