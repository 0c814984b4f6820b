import { convert } from '../../../../src/convert';

const said = (arch: string, os: string, features: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>512</memory><os><type arch='${arch}' machine='virt'>hvm</type>${os}</os>
<features>${features}</features><devices><memballoon model='none'/></devices></domain>`,
    { qemuVersion: '7.2', arch },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

const RAS = "<ras state='on'/>";
const FIRMWARE = "<loader readonly='yes' type='pflash'>/usr/share/AAVMF/AAVMF_CODE.fd</loader>";

test('errors of memory are told by ACPI, which needs a firmware of 64 bits', () => {
  expect(said('aarch64', FIRMWARE, `<acpi/>${RAS}`)).toEqual([]);
  expect(said('aarch64', '', RAS)).toEqual([]);
  expect(said('aarch64', '', `<acpi/><ras state='off'/>`)).toEqual([]);
  expect(said('aarch64', '', `<acpi/>${RAS}`)).toEqual(['feature-invalid']);
  expect(said('armv7l', FIRMWARE, `<acpi/>${RAS}`)).toEqual(['feature-invalid']);
});
