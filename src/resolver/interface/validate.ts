import { interfaceInvalid, valueMissing } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { Interface, InterfaceType } from '../../model/interface';
import type { Context } from '../context';
import { requires } from '../requires';
import { validateSides } from './validate-sides';

/** What a source of each type cannot be without. */
const NEEDED: {
  readonly [T in InterfaceType]?: readonly ('bridge' | 'network' | 'dev' | 'address' | 'port' | 'path')[];
} = {
  bridge: ['bridge'],
  network: ['network'],
  direct: ['dev'],
  vdpa: ['dev'],
  vhostuser: ['path'],
  client: ['address', 'port'],
  server: ['port'],
  mcast: ['address', 'port'],
  udp: ['address', 'port'],
};

/** QEMU hw/net/virtio-net.c: 1024 virtqueues, two for each pair and one for control. */
export const MOST_QUEUES = 511;

const SUPPORTED = [...Object.keys(NEEDED), 'user', 'ethernet', 'hostdev'];

export function validateInterface(device: Interface, _guest: Domain, context: Context): void {
  const { report } = context;
  const { at, type, source, backend, driver, model = '' } = device;
  if (!SUPPORTED.includes(type))
    report(
      interfaceInvalid(at.of('@type'), `QEMU has nothing like type '${type}'`, "type='bridge' or 'user'"),
    );
  const passt = backend.type === 'passt';
  for (const name of NEEDED[type] ?? [])
    if (source[name] === undefined && !passt)
      report(valueMissing(at.of('source'), `attribute '${name}' of <source>`));
  if (driver.queues !== undefined && driver.queues > MOST_QUEUES)
    report(
      interfaceInvalid(at.of('driver/@queues'), 'a card has no such number of queues', `${MOST_QUEUES}`),
    );
  validatePasst(device, context);
  validateSides(device, context);
  if (backend.tap !== undefined && !['network', 'bridge', 'ethernet', 'direct'].includes(type))
    report(interfaceInvalid(at.of('backend/@tap'), `there is no tap device behind type '${type}'`, 'no tap'));
  for (const [name, size] of [
    ['rx_queue_size', driver.rxQueueSize],
    ['tx_queue_size', driver.txQueueSize],
  ] as const)
    if (size !== undefined && (size & (size - 1)) !== 0)
      report(interfaceInvalid(at.of(`driver/@${name}`), `${name} is no power of two`, '256, 512 or 1024'));
  if (!/^[A-Za-z0-9_.-]*$/.test(model))
    report(interfaceInvalid(at.of('model/@type'), 'no card is called that', 'virtio, e1000e or rtl8139'));
}

/** passt stands in for a user network, or for one that shares the guest's memory (libvirt src/qemu/qemu_validate.c). */
function validatePasst({ at, type, backend, portForwards }: Interface, context: Context): void {
  const { report } = context;
  const [forward] = portForwards;
  if (backend.type !== 'passt') {
    if (forward)
      report(
        interfaceInvalid(
          forward.at,
          'ports are forwarded by passt only',
          "<backend type='passt'/>, or no <portForward>",
        ),
      );
    return;
  }
  if (type === 'user')
    requires(context, 'netdev.stream', at.of('backend/@type'), 'sockets that passt talks on');
  else if (type !== 'vhostuser')
    report(
      interfaceInvalid(
        at.of('backend/@type'),
        `passt is no back end of type '${type}'`,
        "type='user', or another back end",
      ),
    );
}
