import { convert, type ConvertOptions } from '../../../src/convert';

const errors = (arch: string, options: ConvertOptions = {}) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type ${arch} machine='q35'>hvm</type><loader readonly='yes' secure='yes' type='pflash'>/code</loader></os>
<features><acpi/><smm state='on'/></features><devices/></domain>`,
    { qemuVersion: '10.0', ...options },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test("flash is protected on x86_64, which is QEMU's own where the XML names no architecture", () => {
  expect(errors("arch='x86_64'")).toEqual([]);
  expect(errors('')).toEqual([]);
  expect(errors("arch='i686'", { arch: 'i386' })).toEqual(['firmware-invalid']);
});
