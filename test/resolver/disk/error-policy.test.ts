import { convert } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';
import { scsiDevice } from '../../host/scsi-device';

test('a floppy drive has no policy for errors: that is said', () => {
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><disk type='file' device='floppy'><driver name='qemu' type='raw' error_policy='stop'/><source file='/a'/><target dev='fda' bus='fdc'/></disk></devices></domain>`;
  for (const profile of ['libvirt', 'standalone'] as const) {
    const { argv = [], diagnostics } = convert(xml, { profile, qemuVersion: '10.0.0' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['disk-policy-lost']);
    expect(argv.join(' ')).not.toContain('werror');
  }
});

test.each([
  ["error_policy='report'", []],
  ["error_policy='report' rerror_policy='report'", []],
  ["error_policy='report' rerror_policy='stop'", ['driver/@rerror_policy']],
  ["error_policy='stop'", ['driver/@error_policy']],
])('scsi-generic reports errors to the guest, and does nothing else: %s', (policies, lost) => {
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><disk type='block' device='lun'><driver name='qemu' type='raw' ${policies}/><source dev='/dev/tape/by-id/a'/><target dev='sda' bus='scsi'/></disk></devices></domain>`;
  const host: HostFacts = {
    schema: 1,
    scsi: [scsiDevice({ type: 1, sg: { path: '/dev/sg1', links: ['/dev/tape/by-id/a'] } })],
  };
  const said = convert(xml, { qemuVersion: '10.0.0', host }).diagnostics;
  const places = said.flatMap(({ code, at }) => (code === 'disk-policy-lost' ? [at?.path] : []));
  expect(places.map((path) => path?.replace(/^.*(?=driver)/, ''))).toEqual(lost);
});
