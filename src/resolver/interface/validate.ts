import { interfaceInvalid, valueMissing } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { Interface, InterfaceType } from '../../model/interface';
import type { Context } from '../context';
import { isVirtio } from '../virtio-driver';

/** What a source of each type cannot be without. */
const NEEDED: {
  readonly [T in InterfaceType]?: readonly ('bridge' | 'network' | 'dev' | 'port' | 'path')[];
} = {
  bridge: ['bridge'],
  network: ['network'],
  direct: ['dev'],
  vdpa: ['dev'],
  vhostuser: ['path'],
  client: ['port'],
  server: ['port'],
  mcast: ['port'],
  udp: ['port'],
};

const SUPPORTED = [...Object.keys(NEEDED), 'user', 'ethernet', 'hostdev'];

export function validateInterface(device: Interface, _guest: Domain, { report }: Context): void {
  const { at, type, source, backend, driver, model = '' } = device;
  if (!SUPPORTED.includes(type))
    report(
      interfaceInvalid(at.of('@type'), `QEMU has nothing like type '${type}'`, "type='bridge' or 'user'"),
    );
  const passt = backend.type === 'passt';
  for (const name of NEEDED[type] ?? [])
    if (source[name] === undefined && !passt)
      report(valueMissing(at.of('source'), `attribute '${name}' of <source>`));
  if (device.portForwardAt && !passt)
    report(
      interfaceInvalid(
        device.portForwardAt,
        'ports are forwarded by passt only',
        "<backend type='passt'/>, or no <portForward>",
      ),
    );
  if (backend.tap !== undefined && !['network', 'bridge', 'ethernet', 'direct'].includes(type))
    report(interfaceInvalid(at.of('backend/@tap'), `there is no tap device behind type '${type}'`, 'no tap'));
  for (const [name, size] of [
    ['rx_queue_size', driver.rxQueueSize],
    ['tx_queue_size', driver.txQueueSize],
  ] as const)
    if (size !== undefined && (size & (size - 1)) !== 0)
      report(interfaceInvalid(at.of(`driver/@${name}`), `${name} is no power of two`, '256, 512 or 1024'));
  if (!/^[a-z0-9_.-]*$/.test(model))
    report(interfaceInvalid(at.of('model/@type'), 'no card is called that', 'virtio, e1000e or rtl8139'));
  if (device.teaming?.type === 'persistent' && !isVirtio(model))
    report(
      interfaceInvalid(at.of('teaming'), 'only a virtio card can be the lasting half of a pair', 'virtio'),
    );
}
