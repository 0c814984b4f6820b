import { portTaken, portTwice } from '../diagnostics/catalog';
import type { Place } from '../model/place';
import type { PlannedChardev } from '../model/plan/chardev';
import type { PlannedDevice } from '../model/plan/device';
import type { PlannedGraphics } from '../model/plan/graphics';
import type { Check, CheckInput } from './check';

/** TCP ports on which the guest is to listen: screens, serial lines, sockets between guests. */
export const ports: Check = (input) => {
  const { plan, context, skip } = input;
  const wanted = plan.devices.flatMap(endpointsOf);
  if (wanted.length > 0 && context.host.listening === undefined) skip('whether its TCP ports are free');
  for (const [index, endpoint] of wanted.entries()) {
    const first = wanted
      .slice(0, index)
      .find((other) => other.port === endpoint.port && sameAddress(other.address, endpoint.address));
    if (first !== undefined) context.report(portTwice(endpoint.at, endpointText(endpoint), first.at));
    else checkFree(endpoint, input);
  }
};

/** Where something listens. */
export interface Endpoint {
  readonly at: Place;
  readonly address: string;
  readonly port: number;
}

function checkFree(endpoint: Endpoint, { context }: CheckInput): void {
  const owner = context.host.listening?.tcp.find(
    (other) => other.port === endpoint.port && sameAddress(other.address, endpoint.address),
  );
  if (owner !== undefined)
    context.report(
      portTaken(endpoint.at, endpointText(endpoint), { at: endpointText(owner), by: owner.owner }),
    );
}

/** `127.0.0.1:5901`. */
export function endpointText({ address, port }: Pick<Endpoint, 'address' | 'port'>): string {
  return `${address.includes(':') ? `[${address}]` : address}:${port}`;
}

const ANY = new Set(['', '0.0.0.0', '::', '*']);
const LOCAL: Readonly<Record<string, string>> = { localhost: '127.0.0.1', '::1': '127.0.0.1' };

/** Whether two addresses cannot both listen on a port: the same, or one that stands for all. */
export function sameAddress(one: string, other: string): boolean {
  if (ANY.has(one) || ANY.has(other)) return true;
  return (LOCAL[one] ?? one) === (LOCAL[other] ?? other);
}

/** Where a device listens on TCP at a port that is fixed. */
export function endpointsOf(device: PlannedDevice): readonly Endpoint[] {
  if (device.kind === 'graphics') return ofScreen(device);
  if (device.kind === 'interface') {
    if (device.passed !== undefined || device.netdev.type !== 'socket') return [];
    const { at } = device.device;
    return listen(at.of('source/@port'), splitEndpoint(device.netdev['listen']));
  }
  return 'chardev' in device && device.chardev !== undefined
    ? ofChardev(device.device.at.of('source/@service'), device.chardev)
    : [];
}

/** With a range of ports QEMU looks for a free one by itself. */
function ofScreen({
  device: { at },
  listen: where,
  websocket,
  tlsPort,
}: PlannedGraphics): readonly Endpoint[] {
  if (where.type !== 'tcp') return [];
  const { address, port, to } = where;
  return [
    ...(to === undefined ? listen(at.of('@port'), { address, port }) : []),
    ...listen(at.of('@websocket'), { address, port: websocket }),
    ...listen(at.of('@tlsPort'), { address, port: tlsPort }),
  ];
}

function ofChardev(at: Place, { backend, properties }: PlannedChardev): readonly Endpoint[] {
  const { server, host = '', port } = properties;
  if (backend !== 'socket' || server !== true || port === undefined) return [];
  return listen(at, { address: String(host), port: Number(port) });
}

function splitEndpoint(value: unknown): { readonly address: string; readonly port: number | undefined } {
  const [, address = '', port] = /^(.*):(\d+)$/.exec(typeof value === 'string' ? value : '') ?? [];
  return { address, port: port === undefined ? undefined : Number(port) };
}

function listen(
  at: Place,
  { address, port }: { readonly address: string; readonly port: number | undefined },
): readonly Endpoint[] {
  return port !== undefined && Number.isInteger(port) && port > 0 ? [{ at, address, port }] : [];
}
