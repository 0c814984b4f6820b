import type { ChardevSource } from '../model/chardev';
import { onOff } from '../model/on-off';
import { filled, part, yesNo, type Part } from './part';

/** The host side of a port that is written twice: of a serial port and of its console. */
export function chardevParts(source: ChardevSource): (Part | undefined)[] {
  const { log } = source;
  return [
    ...sourceParts(source),
    protocolPart(source),
    log && part('log', { file: log.file, append: onOff(log.append) }),
  ];
}

/** What goes over a TCP connection. */
export function protocolPart({ type, protocol }: ChardevSource): Part | undefined {
  return type === 'tcp' ? part('protocol', { type: protocol ?? 'raw' }) : undefined;
}

function sourceParts({ type, mode, path, ...source }: ChardevSource): (Part | undefined)[] {
  const { append, remote, local, tls, reconnect, channel } = source;
  const again =
    reconnect && part('reconnect', { enabled: yesNo(reconnect.enabled), timeout: reconnect.timeout });
  switch (type) {
    case 'udp':
      return [
        local && part('source', { mode: 'bind', host: local.host, service: local.service }),
        remote && part('source', { mode: 'connect', host: remote.host, service: remote.service }),
      ];
    case 'tcp':
      return [
        part(
          'source',
          { mode: mode ?? 'connect', host: remote?.host, service: remote?.service, tls: yesNo(tls) },
          [again],
        ),
      ];
    case 'spiceport':
    case 'dbus':
      return [filled(part('source', { channel }))];
    default:
      return [filled(part('source', { mode, path, append: onOff(append) }, [again]))];
  }
}
