import { interfaceInvalid, interfaceSettingUnused } from '../../diagnostics/catalog';
import type { Interface, InterfaceType } from '../../model/interface';
import type { Context } from '../context';
import { isVirtio } from '../virtio/driver';
import { WITH_QUEUES } from './queues';

type Setting =
  | Interface['hostSettings'][number]
  | 'downscript'
  | 'mtu'
  | 'queues'
  | 'script'
  | 'sndbuf'
  | 'tap'
  | 'transient';

interface Reach {
  /** Whose host's side has what the setting takes. */
  readonly types: readonly InterfaceType[];
  readonly path?: string;
  /** Where it is refused of the others; a warning elsewhere. */
  readonly refused: 'everywhere' | 'by libvirt' | readonly InterfaceType[];
  /** Which libvirt refuses besides. */
  readonly libvirt?: readonly InterfaceType[];
  /** What follows where it is left out. */
  readonly so?: string;
}

const TAPS: readonly InterfaceType[] = ['network', 'bridge', 'ethernet', 'direct'];
const OWN_TAPS: readonly InterfaceType[] = ['network', 'bridge', 'ethernet'];
const SOCKETS: readonly InterfaceType[] = ['user', 'server', 'client', 'mcast', 'udp'];

/** libvirt src/qemu/qemu_validate.c, src/qemu/qemu_domain.c, src/conf/domain_conf.c. */
const REACH: Readonly<Record<Setting, Reach>> = {
  coalesce: { types: ['network', 'bridge'], refused: 'everywhere' },
  filterref: {
    types: ['network', 'bridge', 'ethernet'],
    refused: ['direct', 'hostdev'],
    so: ': nothing filters what it sends and receives',
  },
  'source/ip': { types: ['ethernet'], refused: 'everywhere' },
  'source/route': { types: ['ethernet'], refused: 'everywhere' },
  route: { types: [], refused: 'everywhere' },
  virtualport: { types: ['network', 'bridge', 'direct', 'hostdev'], refused: 'by libvirt' },
  bandwidth: { types: TAPS, refused: [] },
  vlan: { types: ['network', 'bridge', 'direct', 'hostdev'], refused: 'by libvirt' },
  'source/@portgroup': { types: ['network', 'bridge', 'direct'], refused: [] },
  '@trustGuestRxFilters': { types: TAPS, refused: [] },
  'source/@macTableManager': { types: ['network', 'bridge'], refused: [] },
  floor: { types: ['network'], path: 'bandwidth/inbound/@floor', refused: 'by libvirt' },
  isolated: { types: ['network', 'bridge'], path: 'port/@isolated', refused: 'by libvirt' },
  transient: { types: ['hostdev', 'network'], path: 'teaming/@type', refused: 'by libvirt' },
  mtu: {
    types: ['network', 'bridge', 'ethernet', 'vhostuser', 'user'],
    path: 'mtu/@size',
    refused: 'everywhere',
  },
  queues: { types: WITH_QUEUES, path: 'driver/@queues', refused: ['hostdev'], libvirt: SOCKETS },
  sndbuf: { types: TAPS, path: 'tune/sndbuf', refused: [] },
  tap: {
    types: OWN_TAPS,
    path: 'backend/@tap',
    refused: ['hostdev'],
    libvirt: [...SOCKETS, 'vhostuser', 'direct'],
  },
  script: { types: OWN_TAPS, path: 'script/@path', refused: [], libvirt: [...SOCKETS, 'vhostuser'] },
  downscript: { types: OWN_TAPS, path: 'downscript/@path', refused: [] },
};

/** Settings of the host's side that this type of interface has not. */
export function validateReach(device: Interface, context: Context): void {
  const { hostSettings, mtu, sndbuf, driver, backend, teaming, script, downscript, model = '' } = device;
  for (const setting of hostSettings) needsType(device, setting, context);
  if (mtu !== undefined) validateMtu(device, context);
  if (driver.queues !== undefined && isVirtio(model)) needsType(device, 'queues', context);
  if (teaming?.type === 'transient') needsType(device, 'transient', context);
  if (sndbuf !== undefined) needsType(device, 'sndbuf', context);
  if (backend.tap !== undefined) needsType(device, 'tap', context);
  if (script !== undefined) needsType(device, 'script', context);
  if (downscript !== undefined) needsType(device, 'downscript', context);
}

/** Whether the host's side of that type takes the setting. */
export const reaches = (setting: Setting, type: InterfaceType): boolean =>
  REACH[setting].types.includes(type);

function needsType(device: Interface, setting: Setting, context: Context): void {
  const { at, type } = device;
  const { types, path = setting, so = '' } = REACH[setting];
  if (types.includes(type)) return;
  const instead = types.length === 0 ? 'none' : `it with type='${types.join("' or '")}'`;
  const problem = `'${setting.replace(/^.*@/, '')}' has no effect on type '${type}'`;
  const say = isRefused(setting, device, context) ? interfaceInvalid : interfaceSettingUnused;
  context.report(say(at.of(path), `${problem}${so}`, instead));
}

function isRefused(setting: Setting, { type, driver }: Interface, { profile }: Context): boolean {
  const { refused, libvirt = [] } = REACH[setting];
  if (refused === 'everywhere') return true;
  if (refused === 'by libvirt') return profile.checksForLibvirt;
  if (refused.includes(type)) return true;
  // one queue is what each card has
  const isUsual = setting === 'queues' && driver.queues === 1;
  return profile.checksForLibvirt && !isUsual && libvirt.includes(type);
}

/** QEMU's own user network takes frames of any size; libvirt sets a size for passt alone. */
function validateMtu(device: Interface, context: Context): void {
  const { at, type, backend } = device;
  needsType(device, 'mtu', context);
  if (type === 'user' && backend.type !== 'passt' && context.profile.checksForLibvirt)
    context.report(
      interfaceInvalid(at.of('mtu/@size'), "libvirt gives type 'user' no MTU", "<backend type='passt'/>"),
    );
}
