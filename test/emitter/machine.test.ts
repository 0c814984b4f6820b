import { convert } from '../../src/convert';

test('the timer comes before the speaker, as libvirt has them', () => {
  const { argv = [] } = convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>` +
      `<clock offset='utc'><timer name='hpet' present='yes'/></clock><devices><sound model='pcspk'/></devices></domain>`,
    { qemuVersion: '10.0', profile: 'libvirt' },
  );
  expect(argv[argv.indexOf('-machine') + 1]).toContain(',hpet=on,pcspk-audiodev=audio1');
});
