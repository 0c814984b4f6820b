import { check } from '../../../src/check';
import type { HostFacts } from '../../../src/host/facts';
import { scsiDevice } from '../../host/scsi-device';

/** A host whose kernel has SCSI devices, and no sg driver. */
const host: HostFacts = { schema: 1, scsi: [scsiDevice({ type: 0 })], scsiUse: { sg: false, rawio: true } };

const lacksSg = (device: string, dev: string) =>
  check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><disk type='block' device='${device}'><source dev='${dev}'/><target dev='sda' bus='scsi'/></disk></devices></domain>`,
    { qemuVersion: '10.0', host },
  ).diagnostics.some(({ code }) => code === 'scsi-sg-missing');

test.each([
  ['lun', '/dev/sg0', true],
  ['lun', '/dev/sdz', false],
  ['disk', '/dev/sg0', false],
])('who passes an sg node through needs the driver sg: %s on %s', (device, dev, expected) => {
  expect(lacksSg(device, dev)).toBe(expected);
});
