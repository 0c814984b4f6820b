import { convert } from '../../src/convert';
import { QEMU_CONF_DEFAULTS } from '../../src/model/qemu-conf';

const spice = (attributes: string) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><graphics type='spice' ${attributes}/></devices></domain>`,
    { qemuVersion: '10.0', profile: 'libvirt', qemuConf: { ...QEMU_CONF_DEFAULTS, spice_tls: true } },
  ).argv?.find((word) => /^(tls-)?port=/.test(word));

test('a screen that is encrypted alone has no plain port', () => {
  expect(spice("tlsPort='5901' defaultMode='secure'")).toMatch(/^tls-port=5901,/);
  expect(spice("port='5900' tlsPort='5901'")).toMatch(/^port=5900,tls-port=5901,/);
});
