import { check } from '../../../src/check';

/** Where a serial of so many characters is cut on a bus; undefined: it is not. */
function cut(bus: string, length: number, device = 'disk'): string | undefined {
  const serial = 'x'.repeat(length);
  const nvme = "<controller type='nvme'><serial>c</serial></controller>";
  const { diagnostics } = check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices>${bus === 'nvme' ? nvme : ''}<disk type='file' device='${device}'><source file='/a.img'/><target dev='sda' bus='${bus}'/><serial>${serial}</serial></disk></devices></domain>`,
    { qemuVersion: '10.0', host: { schema: 1 } },
  );
  return diagnostics.find(({ code }) => code === 'disk-serial-cut')?.message;
}

test.each(['virtio', 'sata', 'nvme'])('20 characters of a serial reach the guest: %s', (bus) => {
  expect(cut(bus, 20)).toBeUndefined();
  expect(cut(bus, 21)).toContain('20 characters');
});

test('SCSI and USB have room for more', () => {
  expect(cut('scsi', 36)).toBeUndefined();
  expect(cut('scsi', 37)).toContain('36 characters');
  expect(cut('usb', 40)).toBeUndefined();
});
