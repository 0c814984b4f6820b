import type { LaunchPlan } from '../model/plan';
import type { Carried } from './carried';
import type { Front } from './front';
import { groundOf, type Ground } from './ground';
import { labelOf } from './label';
import { byPlace, linuxLun, PLACES, type OnBus } from './place';
import { scalar } from './scalar';
import { BUS_KINDS, type Topology, type TopologyBus, type TopologyDevice } from './topology';

export type { BusKind, Topology, TopologyBus, TopologyDevice } from './topology';

/** A PCI hierarchy: its domain, and the last bus number that it has given. */
interface Hierarchy {
  readonly domain: number;
  last: number;
}

/** The buses and devices that a guest finds, out of its plan. */
export function topologyOf(plan: LaunchPlan): Topology {
  const ground = groundOf(plan);
  const grow = grower(ground);
  const buses = ground.roots.map((root) => grow(root, { domain: 0, last: 0 }, { number: 0 }));
  return {
    name: plan.start.name,
    machine: plan.machine.type,
    buses: buses.sort((a, b) => BUS_KINDS.indexOf(a.kind) - BUS_KINDS.indexOf(b.kind)),
  };
}

type Grow = (
  bus: Carried,
  hierarchy: Hierarchy,
  of: { readonly number?: number | undefined; readonly carrier?: Front | undefined },
) => TopologyBus;

/** Bridges get their bus numbers as SeaBIOS and Linux give them: depth first, in the order of the functions. */
function grower(ground: Ground): Grow {
  const grow: Grow = ([name, kind], hierarchy, { number, carrier }) => {
    const known = kind === 'pci' ? number : ground.numbers.get(name);
    const bus: OnBus = { name, number: known, domain: hierarchy.domain, carrier };
    const fronts = ordered(ground.on.get(name) ?? []);
    const inner = (front: Front) => carriedBuses(front, hierarchy);
    const devices =
      kind === 'usb' ? hubs(fronts, bus, inner, '') : fronts.map((front) => device(front, bus, inner(front)));
    const domain = kind === 'pci' && hierarchy.domain !== 0 ? hierarchy.domain : undefined;
    return { name, kind, domain, number: known, devices };
  };
  const carriedBuses = (front: Front, hierarchy: Hierarchy): TopologyBus[] =>
    (ground.carries.get(front) ?? []).map((bus) => grow(bus, ...behind(front, bus, hierarchy)));
  return grow;
}

/** The hierarchy and the number of a bus that a device carries. */
function behind(
  front: Front,
  [, kind]: Carried,
  hierarchy: Hierarchy,
): [Hierarchy, { number?: number; carrier: Front }] {
  const carrier = front;
  if (kind !== 'pci') return [hierarchy, { carrier }];
  const { bus_nr: root, index } = front.properties;
  if (front.driver === 'spapr-pci-host-bridge')
    return [
      { domain: Number(index), last: 0 },
      { number: 0, carrier },
    ];
  if (front.driver.startsWith('pxb'))
    return [
      { domain: hierarchy.domain, last: Number(root) },
      { number: Number(root), carrier },
    ];
  hierarchy.last += 1;
  return [hierarchy, { number: hierarchy.last, carrier }];
}

function ordered(fronts: readonly Front[]): Front[] {
  return fronts
    .map((front) => ({ front, parts: PLACES[front.on].parts(front) }))
    .sort((a, b) => byPlace(a.parts, b.parts))
    .map(({ front }) => front);
}

/** USB devices below the hubs whose ports they name. */
function hubs(
  fronts: readonly Front[],
  bus: OnBus,
  inner: (front: Front) => TopologyBus[],
  prefix: string,
): TopologyDevice[] {
  const port = ({ properties }: Front) => scalar(properties['port']) ?? '';
  const hubPorts = fronts.filter(({ driver }) => driver === 'usb-hub').map((hub) => `${port(hub)}.`);
  const isDirect = (front: Front) =>
    !hubPorts.some((hub) => hub.startsWith(prefix) && hub !== prefix && port(front).startsWith(hub));
  return fronts.filter(isDirect).map((front) => {
    if (front.driver !== 'usb-hub') return device(front, bus, inner(front));
    const below = `${port(front)}.`;
    const behindHub = fronts.filter((one) => port(one).startsWith(below));
    const devices = hubs(behindHub, bus, inner, below);
    const { name, number } = bus;
    return device(front, bus, devices.length === 0 ? [] : [{ name, kind: 'usb', number, devices }]);
  });
}

function device(front: Front, bus: OnBus, buses: readonly TopologyBus[]): TopologyDevice {
  const { driver, id, planned, part, on } = front;
  const parts = PLACES[on].parts(front);
  return {
    id,
    kind: planned?.kind ?? part ?? 'board',
    driver,
    address: PLACES[on].text(parts, bus, front),
    guestAddress: on === 'scsi' ? linuxLun(parts, bus) : undefined,
    label: planned && labelOf(planned, front),
    at: planned?.device.at,
    implicit: planned?.device.implicit === true || part === 'board' ? true : undefined,
    buses,
  };
}
