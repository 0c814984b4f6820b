import { convert, type ConvertOptions } from '../../../src/convert';

/** The driver of a screen that is to stay the device it has been, or what is wrong with it. */
function screen(device: string, accel3d: string | undefined, options: ConvertOptions = {}): string[] {
  const acceleration = accel3d === undefined ? '' : `<acceleration accel3d='${accel3d}'/>`;
  const { argv = [], diagnostics } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<graphics type='egl-headless'/><video><model type='virtio' device='${device}'>${acceleration}</model></video></devices></domain>`,
    { qemuVersion: '10.0', host: { schema: 1 }, ...options },
  );
  const about = diagnostics.flatMap(({ code }) => (/^(video|qemu-lacks)/.test(code) ? [code] : []));
  const driver = argv
    .map((word) => /virtio-(gpu|vga)[-a-z]*/.exec(word)?.[0])
    .find((word) => word !== undefined);
  return [...about, ...(driver === undefined ? [] : [driver])];
}

test('what draws in three dimensions is asked to, and what does not is not', () => {
  expect(screen('virtio-gpu-gl', 'yes')).toEqual(['virtio-gpu-gl-pci']);
  expect(screen('virtio-gpu-gl', 'no')).toContain('video-device');
  expect(screen('virtio-gpu-gl', undefined)).toContain('video-device');
  expect(screen('virtio-gpu', undefined)).toEqual(['virtio-gpu-pci']);
  expect(screen('virtio-gpu', 'no')).toEqual(['virtio-gpu-pci']);
});

test('before QEMU 6.1 it is a property of the plain device, and libvirt asks for the other', () => {
  const old: ConvertOptions = { qemuVersion: '6.0' };
  expect(screen('virtio-gpu-gl', 'yes', old)).toEqual(['virtio-gpu-pci']);
  expect(screen('virtio-gpu-gl', 'yes', { ...old, profile: 'libvirt' })).toContain('qemu-lacks');
  expect(screen('virtio-gpu', 'yes', old)).toEqual(['virtio-gpu-pci']);
});
