import { chardev } from '../../src/emitter/args';
import { renderArg } from '../../src/renderer/argument';

const JSON_FORMS = {
  object: true,
  device: true,
  netdev: true,
  blockdev: true,
  audiodev: true,
  chardev: true,
};

/** The back end as QMP's chardev-add takes it. */
function backendOf(name: string, words: Parameters<typeof chardev>[1]): unknown {
  const [, text = ''] = renderArg(chardev(name, words), JSON_FORMS);
  const { id, backend } = JSON.parse(text) as { id: unknown; backend: { type: unknown; data: unknown } };
  expect(id).toBe(words.id);
  expect(backend.type).toBe(name);
  return backend.data;
}

test('a socket has one address of three kinds', () => {
  expect(backendOf('socket', { id: 'a', path: '/a', 'reconnect-ms': 2000 })).toEqual({
    addr: { type: 'unix', data: { path: '/a' } },
    server: false,
    'reconnect-ms': 2000,
  });
  expect(backendOf('socket', { id: 'b', fd: 7, server: true, wait: false })).toEqual({
    addr: { type: 'fd', data: { str: '7' } },
    server: true,
    wait: false,
  });
  expect(backendOf('socket', { id: 'c', host: 'h', port: '1', telnet: true })).toEqual({
    addr: { type: 'inet', data: { host: 'h', port: '1' } },
    telnet: true,
    server: false,
  });
});

test('udp without a place to receive has none in JSON', () => {
  const remote = { type: 'inet', data: { host: '', port: '2' } };
  expect(backendOf('udp', { id: 'a', host: '', port: '2', localaddr: '', localport: '0' })).toEqual({
    remote,
  });
  expect(backendOf('udp', { id: 'b', host: '', port: '2', localaddr: '', localport: '1' })).toEqual({
    remote,
    local: { type: 'inet', data: { host: '', port: '1' } },
  });
});

test.each([
  ['file', { path: '/a', append: true }, { out: '/a', append: true }],
  ['pipe', { path: '/a' }, { device: '/a' }],
  ['serial', { path: '/a' }, { device: '/a' }],
  ['parallel', { path: '/a' }, { device: '/a' }],
  ['spicevmc', { name: 'usbredir' }, { type: 'usbredir' }],
  ['spiceport', { name: 'a.b' }, { fqdn: 'a.b' }],
  ['dbus', { name: 'a.b' }, { name: 'a.b' }],
  ['qemu-vdagent', { name: 'vdagent', mouse: true }, { clipboard: false, mouse: true }],
  ['pty', { logfile: '/a' }, { logfile: '/a' }],
])('the words of %s', (name, words, data) => {
  expect(backendOf(name, { id: 'a', ...words })).toEqual(data);
});
