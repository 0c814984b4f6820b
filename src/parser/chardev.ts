import { chardevSources } from '../diagnostics/catalog';
import { CHARDEV_TYPES, type ChardevSource, type ChardevType } from '../model/chardev';
import { UINT } from '../model/number';
import type { XmlElement } from './element';
import { parseSourceSeclabels } from './seclabel';

/** The host side of a character device: `@type`, `<source>`, `<protocol>`, `<log>`. Without a type it is a pty. */
export function parseChardevSource(element: XmlElement): ChardevSource {
  return parseChardevOf(element, element.choice('@type', CHARDEV_TYPES) ?? 'pty');
}

/** The same, where something else than the element says which type it is. */
export function parseChardevOf(element: XmlElement, type: ChardevType): ChardevSource {
  const sources = element.children('source');
  const source = sources[0];
  const surplus = sources[type === 'udp' ? 2 : 1];
  if (surplus !== undefined) {
    surplus.skipAll();
    element.report(chardevSources(surplus.at, type));
  }
  return {
    at: element.at,
    type,
    ...(type === 'udp' ? parseUdp(sources) : source && SOURCES[type]?.(source)),
    protocol: parseProtocol(element, type),
    seclabels: source && parseSourceSeclabels(source),
    log: parseLog(element),
    ...parseUnused(element, source, type),
  };
}

type Source = Partial<ChardevSource>;
const parsePath = (source: XmlElement): Source => ({ path: source.text('@path') });
const parseChannel = (source: XmlElement): Source => ({ channel: source.text('@channel') });

/** What `<source>` is read for (libvirt src/conf/domain_conf.c, virDomainChrSourceDefParseXML); of the others nothing. */
const SOURCES: { readonly [T in ChardevType]?: (source: XmlElement) => Source } = {
  pty: parsePath,
  dev: parsePath,
  pipe: parsePath,
  file: (source) => ({ ...parsePath(source), append: source.on('@append') }),
  unix: (source) => ({ ...parsePath(source), ...parseMode(source), reconnect: parseReconnect(source) }),
  tcp: (source) => ({
    ...parseMode(source),
    remote: parseEndpoint(source),
    tls: source.yes('@tls'),
    reconnect: parseReconnect(source),
  }),
  spiceport: parseChannel,
  dbus: parseChannel,
  'qemu-vdagent': parseAgent,
};

function parseAgent(source: XmlElement): Source {
  source.whole('clipboard', '@copypaste');
  source.whole('mouse', '@mode');
  return {
    clipboardCopypaste: source.yes('clipboard/@copypaste'),
    mouseMode: source.choice('mouse/@mode', ['server', 'client']),
  };
}

/** QEMU has two of libvirt's four for a socket; elsewhere none has an effect. */
function parseProtocol(element: XmlElement, type: ChardevType): ChardevSource['protocol'] {
  const protocol = element.only('protocol');
  if (type === 'tcp') return protocol?.choice('@type', ['raw', 'telnet']);
  protocol?.choice('@type', ['raw', 'telnet', 'telnets', 'tls']);
  return undefined;
}

function parseMode(source: XmlElement): Pick<ChardevSource, 'mode'> {
  return { mode: source.choice('@mode', ['bind', 'connect']) };
}

function parseEndpoint(source: XmlElement): NonNullable<ChardevSource['remote']> {
  return { host: source.text('@host'), service: source.text('@service') };
}

/** udp has up to two sources: `connect` is where to send, `bind` where to receive. */
function parseUdp(sources: readonly XmlElement[]): Pick<ChardevSource, 'local' | 'remote'> {
  const ends: { local?: ChardevSource['local']; remote?: ChardevSource['remote'] } = {};
  for (const source of sources)
    if (parseMode(source).mode === 'bind') ends.local ??= parseEndpoint(source);
    else ends.remote ??= parseEndpoint(source);
  return ends;
}

function parseReconnect(source: XmlElement): ChardevSource['reconnect'] {
  if (!source.has('reconnect')) return undefined;
  return {
    enabled: source.yes('reconnect/@enabled'),
    timeout: source.integer('reconnect/@timeout', { max: UINT }),
  };
}

function parseLog(element: XmlElement): ChardevSource['log'] {
  if (!element.has('log')) return undefined;
  return { file: element.required('log/@file'), append: element.on('log/@append') };
}

/** A pty's tty is what an earlier run got; a null modem is refused as a whole. */
function parseUnused(element: XmlElement, source: XmlElement | undefined, type: ChardevType): object {
  if (type === 'pty') element.skip('@tty');
  if (type === 'nmdm') for (const end of ['@master', '@slave']) source?.skip(end);
  return {};
}
