import type { Arg, Properties } from '../emitter/args';

type Chardev = Extract<Arg, { form: 'chardev' }>;

/** What each back end's own words are called in JSON, where they are not the same (QEMU qapi/char.json). */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  file: { path: 'out' },
  pipe: { path: 'device' },
  serial: { path: 'device' },
  parallel: { path: 'device' },
  spicevmc: { name: 'type' },
  spiceport: { name: 'fqdn' },
};

/** The words of -chardev as QMP's chardev-add has them: the back end's in a union, addresses in one of their own. */
export function chardevBackend({ backend, value: { id, ...words } }: Chardev): Properties {
  return { id, backend: { type: backend, data: dataOf(backend, words) } };
}

function dataOf(backend: string, words: Properties): Properties {
  if (backend === 'socket') return socketData(words);
  if (backend === 'udp') return udpData(words);
  // there is one agent: it has a name among the words only
  if (backend === 'qemu-vdagent') return agentData(words);
  const names = NAMES[backend];
  if (names === undefined) return words;
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [names[name] ?? name, value]));
}

function agentData({ clipboard = false, mouse = false, ...rest }: Properties): Properties {
  return { clipboard, mouse, ...rest, name: undefined };
}

function socketData({ fd, path, host, port, telnet, server, ...rest }: Properties): Properties {
  const inet = host !== undefined;
  const file =
    fd === undefined ? { type: 'unix', data: { path } } : { type: 'fd', data: { str: textOf(fd) } };
  return {
    addr: inet ? inetAddress(host, port) : file,
    telnet: inet ? telnet === true : undefined,
    server: server === true,
    ...rest,
  };
}

function udpData({ host, port, localaddr, localport, ...rest }: Properties): Properties {
  const bound = localaddr !== '' || localport !== '0';
  return {
    remote: inetAddress(host, port),
    local: bound ? inetAddress(localaddr, localport) : undefined,
    ...rest,
  };
}

function inetAddress(host: Properties[string], port: Properties[string]): Properties {
  return { type: 'inet', data: { host, port } };
}

function textOf(value: Properties[string]): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
