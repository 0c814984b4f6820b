import { convert } from '../../../src/convert';

test('a floppy drive has no policy for errors: that is said', () => {
  const xml = `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices><disk type='file' device='floppy'><driver name='qemu' type='raw' error_policy='stop'/><source file='/a'/><target dev='fda' bus='fdc'/></disk></devices></domain>`;
  for (const profile of ['libvirt', 'standalone'] as const) {
    const { argv = [], diagnostics } = convert(xml, { profile, qemuVersion: '10.0.0' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['disk-policy-lost']);
    expect(argv.join(' ')).not.toContain('werror');
  }
});
