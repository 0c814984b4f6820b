import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';
import { QEMU_CONF_DEFAULTS } from '../../../src/model/qemu-conf';

/** Where secure channels have no port, and the -spice of those that have one or need none. */
function secure(graphics: string, profile: ProfileName = 'standalone') {
  const { argv, diagnostics } = convert(
    `<domain type='kvm'><name>seen</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>` +
      `<devices><graphics type='spice' ${graphics}</graphics></devices></domain>`,
    { qemuVersion: '10.0', profile, qemuConf: { ...QEMU_CONF_DEFAULTS, spice_tls: true } },
  );
  const refused = diagnostics.find(({ code }) => code === 'graphics-tls');
  return refused?.message ?? argv?.[argv.indexOf('-spice') + 1];
}

const NO_PORT = 'spice cannot be encrypted: secure channels need a TLS port';
const CHANNEL = "<channel name='main' mode='secure'/>";
const SOCKET = "<listen type='socket' socket='/run/s'/>";

test.each([
  "port='5900' autoport='no' defaultMode='secure'>",
  `autoport='yes' defaultMode='secure'>${SOCKET}`,
  `port='5900' tlsPort='5901' autoport='no'>${SOCKET}${CHANNEL}`,
  `defaultMode='secure'><listen type='none'/>`,
  `port='5900' autoport='no'>${CHANNEL}`,
])('QEMU has no TLS port: %s', (graphics) => {
  expect(secure(graphics)).toBe(NO_PORT);
});

test.each([
  ["port='5900' tlsPort='5901' autoport='no' defaultMode='secure'>", 'tls-channel=default'],
  ["autoport='yes' defaultMode='secure'>", 'tls-channel=default'],
  [`port='5900' autoport='no' defaultMode='insecure'>`, 'plaintext-channel=default'],
])('%s: %s', (graphics, words) => {
  expect(secure(graphics)).toContain(words);
});

test.each(["port='5900' autoport='no' defaultMode='secure'>", `port='5900' autoport='no'>${CHANNEL}`])(
  'libvirt refuses it as well: %s',
  (graphics) => expect(secure(graphics, 'libvirt')).toBe(NO_PORT),
);
