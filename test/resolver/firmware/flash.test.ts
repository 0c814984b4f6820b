import { convert } from '../../../src/convert';

const variables = (loader: string, nvram: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type><loader readonly='yes' type='pflash' ${loader}>/code</loader>${nvram}</os>
<features><acpi/></features><devices/></domain>`,
    { qemuVersion: '10.0' },
  ).argv?.find((word) => word.includes('unit=1'));

test("variables are in their own format, else in that of their firmware's code", () => {
  expect(variables('', '<nvram>/v</nvram>')).toContain('file=/v,if=pflash,format=raw,');
  expect(variables("format='qcow2'", '<nvram>/v</nvram>')).toContain('file=/v,if=pflash,format=qcow2,');
  expect(variables("format='qcow2'", "<nvram format='raw'>/v</nvram>")).toContain('format=raw,');
});
