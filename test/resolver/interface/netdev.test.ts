import { convert } from '../../../src/convert';

const tap = (driver: string) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><interface type='ethernet'><target dev='tap0' managed='no'/><model type='virtio'/>${driver}</interface></devices></domain>`,
    { qemuVersion: '10.0' },
  ).argv?.find((word) => word.startsWith('tap,'));

test("packets of a virtio card go through the kernel, unless the XML names QEMU's own driver", () => {
  expect(tap('')).toContain(',vhost=on,');
  expect(tap("<driver name='vhost'/>")).toContain(',vhost=on,');
  expect(tap("<driver name='qemu'/>")).not.toContain('vhost');
});
