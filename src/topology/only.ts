import type { BusKind, Topology, TopologyBus, TopologyDevice } from './topology';

/** The buses of one kind with what is on them, wherever they hang; those behind each other as they are. */
export function only(topology: Topology, kind: BusKind): Topology {
  const buses = topology.buses.flatMap((bus) => found(bus, kind));
  return { ...topology, buses: buses.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)) };
}

function found(bus: TopologyBus, kind: BusKind): TopologyBus[] {
  if (bus.kind === kind) return [kept(bus, kind)];
  return bus.devices.flatMap((device) => device.buses.flatMap((inner) => found(inner, kind)));
}

function kept(bus: TopologyBus, kind: BusKind): TopologyBus {
  const inner = (device: TopologyDevice) => device.buses.filter((one) => one.kind === kind);
  return {
    ...bus,
    devices: bus.devices.map((device) => ({
      ...device,
      buses: inner(device).map((one) => kept(one, kind)),
    })),
  };
}
