import { interfaceInvalid } from '../../diagnostics/catalog';
import type { Interface, InterfaceType } from '../../model/interface';
import type { Context } from '../context';

const SOCKET_NETS: readonly InterfaceType[] = ['client', 'server', 'mcast', 'udp'];

/** Whether QEMUs talk to each other over a socket of the host: `-netdev socket`. */
export const isSocketNet = (type: InterfaceType): boolean => SOCKET_NETS.includes(type);

/** QEMU takes such an address for `host:port` of IPv4, and joins groups of it alone (QEMU net/socket.c, net/net.c). */
export function validateSocketNet({ at, type, source }: Interface, { report }: Context): void {
  const { address = '', localAddress = '' } = source;
  const ends = { 'source/@address': address, 'source/local/@address': localAddress };
  for (const [path, end] of Object.entries(ends))
    if (end.includes(':'))
      report(interfaceInvalid(at.of(path), `type '${type}' has no IPv6 address ${end}`, 'an IPv4 address'));
  const [first = ''] = /^\d+(?=\.\d+\.\d+\.\d+$)/.exec(address) ?? [];
  if (type === 'mcast' && first !== '' && (Number(first) < 224 || Number(first) > 239))
    report(
      interfaceInvalid(at.of('source/@address'), `${address} is no group`, '224.0.0.0 to 239.255.255.255'),
    );
}
