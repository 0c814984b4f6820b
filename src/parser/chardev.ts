import { CHARDEV_TYPES, type ChardevSource, type ChardevType } from '../model/chardev';
import type { XmlElement } from './element';

/** The host side of a character device: `@type`, `<source>`, `<protocol>`, `<log>`. Without a type it is a pty. */
export function parseChardevSource(element: XmlElement): ChardevSource {
  const type = element.choice('@type', CHARDEV_TYPES) ?? 'pty';
  const sources = element.children('source');
  const source = sources[0];
  return {
    at: element.at,
    type,
    ...(type === 'udp' ? parseUdp(sources) : source && parseEndpoint(source)),
    path: source?.text('@path'),
    append: source?.on('@append'),
    channel: source?.text('@channel'),
    tls: source?.yes('@tls'),
    reconnect: source && parseReconnect(source),
    protocol: element.choice('protocol/@type', ['raw', 'telnet', 'telnets', 'tls']),
    clipboardCopypaste: source?.yes('clipboard/@copypaste'),
    mouseMode: source?.choice('mouse/@mode', ['server', 'client']),
    log: parseLog(element),
    ...parseUnused(element, sources, type),
  };
}

function parseEndpoint(source: XmlElement): Pick<ChardevSource, 'mode' | 'remote'> {
  return {
    mode: source.choice('@mode', ['bind', 'connect']),
    remote: { host: source.text('@host'), service: source.text('@service') },
  };
}

/** udp has up to two sources: `connect` is where to send, `bind` where to receive. */
function parseUdp(sources: readonly XmlElement[]): Pick<ChardevSource, 'local' | 'remote'> {
  const ends: { local?: ChardevSource['local']; remote?: ChardevSource['remote'] } = {};
  for (const source of sources) {
    const { mode, remote } = parseEndpoint(source);
    if (mode === 'bind') ends.local = remote;
    else ends.remote = remote;
  }
  return ends;
}

function parseReconnect(source: XmlElement): ChardevSource['reconnect'] {
  if (!source.has('reconnect')) return undefined;
  return {
    enabled: source.yes('reconnect/@enabled') ?? false,
    timeout: source.integer('reconnect/@timeout', { max: 0xffff_ffff }),
  };
}

function parseLog(element: XmlElement): ChardevSource['log'] {
  if (!element.has('log')) return undefined;
  return { file: element.required('log/@file'), append: element.on('log/@append') };
}

/** Labels bear on the host only; a pty's path and tty are what an earlier run got. */
function parseUnused(element: XmlElement, sources: readonly XmlElement[], type: ChardevType): object {
  for (const source of sources) source.skip('seclabel');
  if (type === 'pty') element.skip('@tty');
  if (type === 'nmdm') for (const end of ['@master', '@slave']) sources[0]?.skip(end);
  return {};
}
