import { convert } from '../../../src/convert';
import { QEMU_CONF_DEFAULTS } from '../../../src/model/qemu-conf';

const opened = (protocol: string, nbdkitCaps: readonly string[], storage_use_nbdkit = true) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><disk type='network' device='cdrom'><source protocol='${protocol}' name='x.iso'><host name='h'/></source><target dev='sda' bus='sata'/></disk></devices></domain>`,
    {
      qemuVersion: '10.0',
      profile: 'libvirt',
      context: { nbdkitCaps },
      qemuConf: { ...QEMU_CONF_DEFAULTS, storage_use_nbdkit },
    },
  )
    .argv?.filter((word) => word.includes('libvirt-1-storage"') && word.includes('"driver"'))
    .map((word) => (JSON.parse(word) as { driver: string }).driver)[0];

test('libvirt has nbdkit read a source where its settings and the plugins of the host allow it', () => {
  expect(opened('https', ['plugin-curl'])).toBe('nbd');
  expect(opened('https', ['plugin-curl'], false)).toBe('https');
  expect(opened('https', ['plugin-ssh'])).toBe('https');
  expect(opened('https', [])).toBe('https');
  expect(opened('iscsi', ['plugin-curl'])).not.toBe('nbd');
});
