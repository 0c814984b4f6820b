import { convert } from '../../../src/convert';

const variables = (loader: string, nvram: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type><loader readonly='yes' type='pflash' ${loader}>/code</loader>${nvram}</os>
<features><acpi/></features><devices/></domain>`,
    { qemuVersion: '10.0' },
  ).argv?.find((word) => word.includes('unit=1'));

test('variables without a file of theirs are in the format of the template', () => {
  expect(variables("format='raw'", "<nvram template='/t' templateFormat='qcow2'/>")).toContain(
    '/a_VARS.qcow2,if=pflash,format=qcow2,',
  );
});
