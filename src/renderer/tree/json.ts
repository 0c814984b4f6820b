import type { Topology, TopologyBus, TopologyDevice } from '../../topology';

/** The topology as docs/json.md says: places as line and column, keys without a value left out. */
export function treeJson({ name, machine, buses }: Topology): object {
  return { schema: 1, name, machine, buses: buses.map(busJson) };
}

function busJson({ devices, ...bus }: TopologyBus): object {
  return { ...bus, devices: devices.map(deviceJson) };
}

function deviceJson({ at, buses, ...device }: TopologyDevice): object {
  return { ...device, line: at?.line, column: at?.column, buses: buses.map(busJson) };
}
