import { convert } from '../../src/convert';
import type { ProfileName } from '../../src/model/profile';

test.each([
  ["<address type='isa' iobase='0x505'/>", 'libvirt', '{"driver":"pvpanic","ioport":1285}'],
  ["<address type='isa'/>", 'libvirt', '{"driver":"pvpanic","ioport":0}'],
  ["<address type='isa'/>", 'standalone', 'pvpanic'],
  ['', 'libvirt', '{"driver":"pvpanic"}'],
] as const)('the I/O port of %s for %s', (address, profile: ProfileName, word) => {
  const { argv } = convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>` +
      `<devices><panic model='isa'>${address}</panic></devices></domain>`,
    { qemuVersion: '10.0', profile },
  );
  expect(argv).toContain(word);
});
