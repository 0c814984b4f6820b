import { convert } from '../../src/convert';

const run = (inside: string, qemuVersion = '10.0', type = 'user') =>
  convert(
    `<domain type='kvm'><name>a b</name><memory>65536</memory><memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking><vcpu>1</vcpu>` +
      `<os><type arch='x86_64' machine='pc'>hvm</type></os><devices><interface type='${type}'><mac address='52:54:00:00:00:01'/>` +
      `<model type='virtio'/><backend type='passt' logFile='/var/log/p.log'/>${inside}</interface></devices></domain>`,
    { qemuVersion },
  );

test('passt is a companion, told by its own words', () => {
  const { plan, argv } = run(
    `<source dev='eth0'/><mtu size='9000'/>` +
      `<ip address='192.0.2.7' family='ipv4' prefix='24'/><ip address='2001:db8::7' family='ipv6'/>` +
      `<portForward proto='tcp' address='198.51.100.1' dev='eth1'><range start='22' to='2022'/>` +
      `<range start='1000' end='1050' to='3000'/><range start='1020' exclude='yes'/></portForward>` +
      `<portForward proto='udp'/>`,
  );
  const socket = '/run/passt-a_b-10a3f9f2-net0.sock';
  expect(plan?.companions).toEqual([
    expect.objectContaining({
      name: 'passt',
      socket,
      argv: [
        ...['passt', '--foreground', '--one-off', '--socket', socket, '--mtu', '9000', '--interface', 'eth0'],
        ...['--log-file', '/var/log/p.log', '--address', '192.0.2.7', '--netmask', '24'],
        ...['--address', '2001:db8::7'],
        ...['--tcp-ports', '198.51.100.1%eth1/22:2022,1000-1050:3000-3050,~1020', '--udp-ports', 'all'],
      ],
    }),
  ]);
  expect(argv?.join(' ')).toContain(
    `-netdev stream,addr.type=unix,addr.path=${socket},server=off,reconnect-ms=5000,id=hostnet0`,
  );
});

test('with vhost-user it shares the memory of the guest', () => {
  const { plan, argv } = run('', '8.2', 'vhostuser');
  expect(plan?.companions[0]?.argv).toContain('--vhost-user');
  expect(argv).toContain('socket,id=charnet0,path=/run/passt-a_b-10a3f9f2-net0.sock,reconnect=5');
});

test.each([
  ['qemu-lacks', '7.1', 'user'],
  ['interface-invalid', '10.0', 'ethernet'],
])('%s: QEMU %s, type %s', (code, version, type) => {
  const { diagnostics } = run('', version, type);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([
    expect.objectContaining({ code }),
  ]);
});
