import { convert } from '../../../src/convert';

/** The commands that make the store of a guest with this firmware, whose host has no descriptors. */
function storeSteps(nvram: string, loader = "readonly='yes' type='pflash'"): readonly string[] {
  const { plan, diagnostics } = convert(
    `<domain type='kvm'><name>f</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type>
<loader ${loader}>/usr/share/OVMF/OVMF_CODE.fd</loader>${nvram}</os><features><acpi/></features></domain>`,
    { qemuVersion: '10.0' },
  );
  expect(diagnostics).toEqual([]);
  return plan?.hostSteps.flatMap(({ commands }) => commands) ?? [];
}

const copied = (template: string) => [
  `test -e /srv/f.fd || (mkdir -p /srv && cp ${template} /srv/f.fd.part && mv /srv/f.fd.part /srv/f.fd)`,
];

test.each([
  ['a path', '<nvram>/srv/f.fd</nvram>'],
  ['a source', "<nvram type='file'><source file='/srv/f.fd'/></nvram>"],
])("a store that has %s alone is made from the firmware's template", (_, nvram) => {
  expect(storeSteps(nvram)).toEqual(copied('/usr/share/OVMF/OVMF_VARS.fd'));
});

test('its own template comes first', () => {
  expect(storeSteps("<nvram template='/srv/VARS.fd'>/srv/f.fd</nvram>")).toEqual(copied('/srv/VARS.fd'));
});
