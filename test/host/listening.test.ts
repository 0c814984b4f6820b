/** Who has a port: of a described /proc, and of the machine that runs the test. */
import { createServer, type AddressInfo } from 'node:net';
import { probeHost, probeListening } from '../../src/host/probe';
import { DescribedHost } from './described';

const host = new DescribedHost('listening');

const socket = (address: string, inode: number, state = '0A') =>
  `   0: ${address} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0 100 0 0 10 0\n`;

test('the process of each socket, of a server that forked itself; nobody where this user may not look', () => {
  host.put(
    'proc/net/tcp',
    `  sl  local_address\n${socket('0100007F:170C', 41)}${socket('00000000:0016', 42)}`,
  );
  host.put('proc/net/tcp6', `  sl  local_address\n${socket('00000000000000000000000000000000:0050', 43)}`);
  host.runs(1000, 'nginx', ['/dev/null', 'socket:[43]', 'socket:[99]']);
  host.runs(999, 'nginx', ['socket:[43]']);
  host.runs(12, 'qemu-system-x86', ['socket:[41]']);
  expect(probeListening({ root: host.root })?.tcp).toEqual([
    { address: '0.0.0.0', port: 22 },
    { address: '::', port: 80, owner: { pid: 999, command: 'nginx' } },
    { address: '127.0.0.1', port: 5900, owner: { pid: 12, command: 'qemu-system-x86' } },
  ]);
});

test('a conversion that looks at the host reads no descriptor', () => {
  host.put('sys/class/net/lo/ifindex', '1');
  host.put('proc/net/tcp', socket('0100007F:170C', 41));
  host.runs(12, 'qemu-system-x86', ['socket:[41]']);
  expect(probeHost({ root: host.root }).listening?.tcp).toEqual([{ address: '127.0.0.1', port: 5900 }]);
});

test('this process, by a port of its own', async () => {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  try {
    const found = probeListening()?.tcp.find((one) => one.port === port);
    expect(found?.owner?.pid).toBe(process.pid);
  } finally {
    server.close();
  }
});
