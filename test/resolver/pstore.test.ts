import { convert } from '../../src/convert';
import type { ProfileName } from '../../src/model/profile';

test.each([
  ['KiB', 4, 'standalone', false],
  ['KiB', 4, 'libvirt', true],
  ['KiB', 8, 'standalone', true],
  ['KiB', 12, 'standalone', false],
  ['GiB', 2, 'standalone', true],
  ['GiB', 4, 'standalone', false],
  ['GiB', 4, 'libvirt', true],
] as const)('a store of %s %i for %s: %s', (unit, size, profile: ProfileName, holds) => {
  const { argv, diagnostics } = convert(
    `<domain type='kvm'><name>a</name><memory>65536</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>` +
      `<features><acpi/></features><devices><pstore backend='acpi-erst'><path>/srv/a.raw</path>` +
      `<size unit='${unit}'>${size}</size></pstore></devices></domain>`,
    { qemuVersion: '10.0', profile },
  );
  expect(argv !== undefined).toBe(holds);
  expect(diagnostics.some(({ code }) => code === 'pstore-invalid')).toBe(!holds);
});
