import type { LaunchPlan } from '../model/plan';
import { boardOf, type BoardPiece } from './board';
import { carriedBy, type Carried } from './carried';
import { frontsOf, type Front } from './front';
import type { BusKind } from './topology';

/** Devices and buses, known to each other by name. */
export interface Ground {
  readonly on: ReadonlyMap<string, readonly Front[]>;
  readonly carries: ReadonlyMap<Front, readonly Carried[]>;
  /** Buses that no device carries: the machine's own. */
  readonly roots: readonly Carried[];
  /** The number of each USB bus, from 1, and the host number of each SCSI bus, in the order of their controllers. */
  readonly numbers: ReadonlyMap<string, number>;
}

export function groundOf(plan: LaunchPlan): Ground {
  const board = boardOf(plan);
  const carries = new Map<Front, readonly Carried[]>();
  const fronts: Front[] = [];
  for (const one of board?.pieces ?? []) {
    const front = pieceFront(one, board?.root ?? '');
    carries.set(front, one.buses);
    fronts.push(front);
  }
  const guest = frontsOf(plan);
  const named = new Map(guest.map(({ bus, on }) => [bus, on] as const));
  for (const front of guest) {
    const [buses, bridge] = behindExpander(front, carriedBy(front, named));
    carries.set(front, buses);
    fronts.push(front);
    if (bridge !== undefined) {
      carries.set(bridge, carriedBy(front, named));
      fronts.push(bridge);
    }
  }
  return { on: byBus(fronts), carries, roots: rootsOf(fronts, carries), numbers: numbersOf(fronts, carries) };
}

function pieceFront({ driver, addr }: BoardPiece, bus: string): Front {
  if (addr === undefined) return { driver, part: 'board', on: 'isa', bus: 'isa.0', properties: {} };
  return { driver, part: 'board', on: 'pci', bus, properties: { addr } };
}

/** pxb is a root of its own with a bridge on it, which carries the bus that devices name (QEMU hw/pci-bridge/pci_expander_bridge.c). */
function behindExpander(
  { driver, id = '' }: Front,
  carried: readonly Carried[],
): readonly [readonly Carried[], Front | undefined] {
  if (driver !== 'pxb') return [carried, undefined];
  const root = `${id} root`;
  return [
    [[root, 'pci']],
    { driver: 'pci-bridge', id, part: 'board', on: 'pci', bus: root, properties: { addr: '0x0' } },
  ];
}

function byBus(fronts: readonly Front[]): Map<string, Front[]> {
  const buses = new Map<string, Front[]>();
  for (const front of fronts) {
    const list = buses.get(front.bus);
    if (list === undefined) buses.set(front.bus, [front]);
    else list.push(front);
  }
  return buses;
}

function rootsOf(fronts: readonly Front[], carries: Ground['carries']): Carried[] {
  const carried = new Set([...carries.values()].flat().map(([name]) => name));
  const roots = new Map<string, BusKind>();
  for (const { bus, on } of fronts) if (!carried.has(bus)) roots.set(bus, on);
  return [...roots];
}

function numbersOf(fronts: readonly Front[], carries: Ground['carries']): Map<string, number> {
  const numbers = new Map<string, number>();
  const buses = (kind: BusKind) =>
    fronts.flatMap((front) =>
      (carries.get(front) ?? []).flatMap(([name, of]) => (of === kind ? [{ name, front }] : [])),
    );
  for (const { name } of buses('usb')) numbers.set(name, numbers.size + 1);
  const hosts = new Set<number>();
  for (const { name, front } of buses('scsi')) {
    const index = front.planned?.kind === 'controller' ? front.planned.device.index : undefined;
    let host = index ?? 0;
    while (hosts.has(host)) host += 1;
    hosts.add(host);
    numbers.set(name, host);
  }
  return numbers;
}
