import { isIP } from 'node:net';
import type { LaunchPlan } from '../../model/plan';
import type { PlannedGraphics } from '../../model/plan/graphics';
import { isObject, objects, type Json, type JsonObject } from '../../qemu/probe/qmp';
import type { Asked, Expectation } from './expectation';

/** Where viewers of -vnc and -spice come in, and how they show who they are (QEMU qapi/ui.json). */
export function graphicsExpectations({ devices }: Pick<LaunchPlan, 'devices'>): Expectation[] {
  const screens = devices.flatMap((device) => (device.kind === 'graphics' ? [device] : []));
  // QEMU tells of the first of a kind.
  const first = (type: string) => screens.find(({ device }) => device.type === type);
  const [vnc, spice] = [first('vnc'), first('spice')];
  return [...(vnc === undefined ? [] : ofVnc(vnc)), ...(spice === undefined ? [] : ofSpice(spice))];
}

function ofVnc(planned: PlannedGraphics): Expectation[] {
  const { listen, websocket } = planned;
  const { about, enabled } = screen('vnc');
  if (listen.type === 'none') return [];
  const auth = about('auth', vncAuth(planned), 'auth');
  if (listen.type === 'socket') return [enabled, about('socket', listen.path, 'service'), auth];
  return [
    enabled,
    ...address(about, listen.address),
    ...(listen.to === undefined ? [about('port', listen.port, 'service')] : []),
    ...(websocket === undefined || websocket === -1 ? [] : [websocketOf(websocket)]),
    auth,
  ];
}

function vncAuth({ tls, sasl, password }: PlannedGraphics): string {
  if (tls !== undefined) return 'vencrypt';
  if (sasl === true) return 'sasl';
  return password === true ? 'vnc' : 'none';
}

function websocketOf(port: number): Expectation {
  const ask = async (qemu: Asked): Promise<Json | undefined> => {
    const servers = objects(await qemu.query('query-vnc-servers')).flatMap(({ server }) => objects(server));
    return servers.find(({ websocket }) => websocket === true)?.['service'];
  };
  return { subject: 'vnc', what: 'websocket', planned: port, ask };
}

function ofSpice({ listen, tlsPort, noTicket, sasl }: PlannedGraphics): Expectation[] {
  const { about, enabled } = screen('spice');
  if (listen.type === 'none') return [];
  const auth = about('auth', sasl === true ? 'sasl' : noTicket === true ? 'none' : 'spice', 'auth');
  if (listen.type === 'socket') return [enabled, about('socket', listen.path, 'host'), auth];
  return [
    enabled,
    ...address(about, listen.address),
    ...(listen.port > 0 ? [about('port', listen.port, 'port')] : []),
    ...(tlsPort === undefined ? [] : [about('tls-port', tlsPort, 'tls-port')]),
    auth,
  ];
}

type About = (what: string, planned: string | number | boolean, field: string) => Expectation;

/** QEMU says a name by its number. */
function address(about: About, planned: string): Expectation[] {
  return isIP(planned) === 0 ? [] : [about('address', planned, 'host')];
}

function screen(subject: 'vnc' | 'spice'): { about: About; enabled: Expectation } {
  const ask = async (qemu: Asked): Promise<JsonObject> => {
    const told = await qemu.query(`query-${subject}`);
    return isObject(told) ? told : {};
  };
  const about: About = (what, planned, field) => ({
    subject,
    what,
    planned,
    ask: async (qemu) => (await ask(qemu))[field],
  });
  return { about, enabled: about('enabled', true, 'enabled') };
}
