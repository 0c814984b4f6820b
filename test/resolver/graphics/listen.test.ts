import { convert } from '../../../src/convert';
import { QEMU_CONF_DEFAULTS } from '../../../src/model/qemu-conf';

/** The -spice of a guest and the codes of what is wrong with it. */
function spice(attributes: string, tls = true, inside = '') {
  const { argv, diagnostics } = convert(
    `<domain type='kvm'><name>seen</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>` +
      `<devices><graphics type='spice' ${attributes}>${inside}</graphics></devices></domain>`,
    { qemuVersion: '10.0', profile: 'libvirt', qemuConf: { ...QEMU_CONF_DEFAULTS, spice_tls: tls } },
  );
  const errors = diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  return { words: argv?.[argv.indexOf('-spice') + 1]?.split(',seamless')[0], errors };
}

const TLS = 'x509-dir=/etc/pki/libvirt-spice';

test.each([
  ["port='5903' tlsPort='-1'", `port=5903,tls-port=5902,addr=127.0.0.1,disable-ticketing=on,${TLS}`],
  ["port='-1' autoport='no'", 'port=5901,addr=127.0.0.1,disable-ticketing=on'],
  ["port='-1' tlsPort='5910'", `port=5901,tls-port=5910,addr=127.0.0.1,disable-ticketing=on,${TLS}`],
  [
    "port='-1' tlsPort='-1' autoport='no'",
    `port=5901,tls-port=5902,addr=127.0.0.1,disable-ticketing=on,${TLS}`,
  ],
  [
    "port='-1' tlsPort='-1' defaultMode='insecure'",
    'port=5901,addr=127.0.0.1,disable-ticketing=on,plaintext-channel=default',
  ],
])('a port of -1 is one to choose: %s', (attributes, words) => {
  expect(spice(attributes)).toEqual({ words, errors: [] });
});

test('no port for TLS where TLS is off', () => {
  expect(spice("port='5903' tlsPort='-1'", false).errors).toEqual(['graphics-tls']);
  expect(spice("port='-1' tlsPort='-1'", false)).toEqual({
    words: 'port=5901,addr=127.0.0.1,disable-ticketing=on',
    errors: [],
  });
});

test('ports are nothing to a socket', () => {
  expect(spice("tlsPort='-1'", false, "<listen type='socket' socket='/run/s.sock'/>")).toEqual({
    words: 'unix=on,addr=/run/s.sock,disable-ticketing=on',
    errors: [],
  });
});

test.each([
  ['nothing', {}, true],
  ['what is known of the host', { host: { schema: 1, qemuConf: { spice_password: 'set' } } }, false],
  ['a file', { qemuConf: { ...QEMU_CONF_DEFAULTS, spice_password: 'set' } }, false],
] as const)('a password for all screens, by %s', (_what, options, open) => {
  const { argv = [] } = convert(
    "<domain type='kvm'><name>seen</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><graphics type='spice'/></devices></domain>",
    { qemuVersion: '10.0', profile: 'libvirt', ...options },
  );
  expect(argv[argv.indexOf('-spice') + 1]?.includes('disable-ticketing')).toBe(open);
});

test.each([
  ['10.0', "autoport='yes'", '', ['graphics-gl']],
  ['10.0', "port='5900' autoport='no'", '', ['graphics-gl']],
  ['10.0', '', '', []],
  ['10.0', "autoport='yes'", "<listen type='socket' socket='/run/s.sock'/>", []],
  ['10.0', "autoport='yes'", "<listen type='none'/>", []],
  ['10.1', "autoport='yes'", '', []],
])(
  'QEMU %s draws with OpenGL for those that it can reach: %s %s',
  (qemuVersion, attributes, listen, codes) => {
    const { diagnostics } = convert(
      `<domain type='kvm'><name>seen</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><graphics type='spice' ${attributes}>${listen}<gl enable='yes'/></graphics></devices></domain>`,
      { qemuVersion },
    );
    expect(diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []))).toEqual(codes);
  },
);
