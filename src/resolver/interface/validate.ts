import { interfaceInvalid, sharedMemoryNeeded, valueMissing } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import { unicastOf, type Interface, type InterfaceType } from '../../model/interface';
import type { Context } from '../context';
import { validateHostSource } from '../hostdev/validate';
import { requires } from '../requires';
import { sharesMemory } from '../shared-memory';
import { isCardName } from './card';
import { refusesGroups } from './on-board';
import { validateQueues } from './validate-queues';
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

/** What to write where a network and a bridge were taken for each other. */
const INSTEAD: { readonly [T in InterfaceType]?: string } = {
  network: "add network='default', or write type='bridge' for a bridge of the host",
  bridge: "add bridge='br0', or write type='network' for a network of libvirt",
};

const SUPPORTED = [...Object.keys(NEEDED), 'user', 'ethernet', 'hostdev'];

export function validateInterface(device: Interface, guest: Domain, context: Context): void {
  const { report } = context;
  const { at, type, source, backend, model = '' } = device;
  if (!SUPPORTED.includes(type))
    report(
      interfaceInvalid(at.of('@type'), `QEMU has nothing like type '${type}'`, "type='bridge' or 'user'"),
    );
  const passt = backend.type === 'passt';
  for (const name of NEEDED[type] ?? [])
    if (source[name] === undefined && !passt)
      report(valueMissing(at.of('source'), `attribute '${name}' of <source>`, INSTEAD[type]));
  if (device.target?.managed === false && type !== 'ethernet')
    report(
      interfaceInvalid(
        at.of('target/@managed'),
        `a tap of somebody else's is for type 'ethernet', not '${type}'`,
        "type='ethernet', or no managed='no'",
      ),
    );
  if (source.passed !== undefined) validateHostSource(source.passed, at, guest, context);
  validateQueues(device, context);
  validatePasst(device, context);
  validateSides(device, context);
  validateMac(device, guest, context);
  if (type === 'vhostuser' && !sharesMemory(guest))
    report(sharedMemoryNeeded(at.of('@type'), "an interface of type 'vhostuser'"));
  if (!isCardName(model))
    report(interfaceInvalid(at.of('model/@type'), 'no card is called that', 'virtio, e1000e or rtl8139'));
}

/** QEMU plugs in such a card otherwise, and no packet comes to it. */
function validateMac(device: Interface, guest: Domain, context: Context): void {
  const { at, mac } = device;
  const own = mac === undefined ? undefined : unicastOf(mac);
  if (own !== undefined && refusesGroups(device, guest, context))
    context.report(interfaceInvalid(at.of('mac/@address'), `the MAC ${mac} is the address of a group`, own));
}

/** passt stands in for a user network, or for one that shares the guest's memory (libvirt src/qemu/qemu_validate.c). */
function validatePasst({ at, type, backend, portForwards, routes }: Interface, context: Context): void {
  const { report, profile } = context;
  const [forward] = portForwards;
  if (backend.type !== 'passt') {
    for (const name of ['hostname', 'fqdn'] as const)
      if (backend[name] !== undefined)
        report(
          interfaceInvalid(
            at.of(`backend/@${name}`),
            'only passt names the guest',
            "<backend type='passt'/>",
          ),
        );
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
  for (const route of routes)
    if (!route.isDefault)
      report(interfaceInvalid(route.at, 'passt has default routes alone', '<route gateway=> and no more'));
  // QEMU needs it for the first of the two; libvirt asks for both
  if (type === 'user' || (type === 'vhostuser' && profile.checksForLibvirt))
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
