import { convert, type ConvertOptions } from '../../../../src/convert';

const errors = (arch: string, options: ConvertOptions = {}) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type ${arch}>hvm</type></os>
<features><hyperv><relaxed state='on'/></hyperv></features><devices/></domain>`,
    { qemuVersion: '10.0', ...options },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test("what is foreign to an architecture is asked of QEMU's own where the XML names none", () => {
  expect(errors('')).toEqual([]);
  expect(errors("arch='x86_64'")).toEqual([]);
  expect(errors('', { arch: 'aarch64' })).toContain('feature-foreign');
});
