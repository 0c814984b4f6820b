import type { BusKind, Topology, TopologyBus, TopologyDevice } from './topology';

/** The buses of some kinds with what is on them, wherever they hang; those behind each other as they are. */
export function only(topology: Topology, kinds: readonly BusKind[]): Topology {
  const buses = topology.buses.flatMap((bus) => found(bus, kinds));
  return { ...topology, buses: buses.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)) };
}

function found(bus: TopologyBus, kinds: readonly BusKind[]): TopologyBus[] {
  if (kinds.includes(bus.kind)) return [kept(bus, kinds)];
  return bus.devices.flatMap((device) => device.buses.flatMap((inner) => found(inner, kinds)));
}

function kept(bus: TopologyBus, kinds: readonly BusKind[]): TopologyBus {
  const inner = (device: TopologyDevice) => device.buses.flatMap((one) => found(one, kinds));
  return {
    ...bus,
    devices: bus.devices.map((device) => ({ ...device, buses: inner(device) })),
  };
}
