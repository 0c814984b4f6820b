import { usbBusMissing, usbHubMissing, usbPortRange, usbPortTaken } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { UsbAddress } from '../../model/address';

/** Ports of a hub, or of the controller at the root. */
interface Ports {
  readonly count: number;
  readonly used: Set<number>;
  readonly hubs: Map<number, Ports>;
}

/** QEMU's usb-hub has eight; USB allows five tiers of hubs, libvirt writes at most four numbers. */
export const HUB_PORTS = 8;
const DEEPEST = 4;

/** The USB buses and what is plugged into them: scratch paper of one pass. */
export class UsbTree {
  private readonly buses = new Map<number, Ports>();

  addBus(index: number, count: number): void {
    if (!this.buses.has(index)) this.buses.set(index, portsOf(count));
  }

  hasBus(index: number): boolean {
    return this.buses.has(index);
  }

  /** Takes the port that the user wrote. */
  reserve(address: UsbAddress, isHub: boolean): Diagnostic | undefined {
    const path = (address.port ?? '').split('.').map(Number);
    const root = this.buses.get(address.bus);
    if (root === undefined) return usbBusMissing(address.at.of('@bus'), address.bus);
    const at = address.at.of('@port');
    let ports = root;
    for (const step of path.slice(0, -1)) {
      const below = ports.hubs.get(step);
      if (below === undefined) return usbHubMissing(at, address.bus, address.port ?? '');
      ports = below;
    }
    const last = path.at(-1) ?? 0;
    if (last < 1 || last > ports.count) return usbPortRange(at, last, ports.count);
    if (ports.used.has(last)) return usbPortTaken(at, address.bus, address.port ?? '');
    plug(ports, last, isHub);
    return undefined;
  }

  /** The first free port, on the bus that the user named or on any; those close to the root first. */
  next(bus: number | undefined, isHub: boolean): { readonly bus: number; readonly port: string } | undefined {
    for (const [index, root] of this.buses) {
      if (bus !== undefined && index !== bus) continue;
      const path = nextIn(root, isHub, 1);
      if (path !== undefined) return { bus: index, port: path };
    }
    return undefined;
  }
}

function nextIn(ports: Ports, isHub: boolean, depth: number): string | undefined {
  for (let port = 1; port <= ports.count; port += 1) {
    if (ports.used.has(port)) continue;
    plug(ports, port, isHub);
    return String(port);
  }
  if (depth >= DEEPEST) return undefined;
  for (const [port, below] of ports.hubs) {
    const path = nextIn(below, isHub, depth + 1);
    if (path !== undefined) return `${port}.${path}`;
  }
  return undefined;
}

function plug(ports: Ports, port: number, isHub: boolean): void {
  ports.used.add(port);
  if (isHub) ports.hubs.set(port, portsOf(HUB_PORTS));
}

function portsOf(count: number): Ports {
  return { count, used: new Set(), hubs: new Map() };
}
