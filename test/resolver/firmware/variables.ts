import { convert } from '../../../src/convert';

/** The argument that gives a guest its variables: attributes of its `<loader>`, and its `<nvram>`. */
export const variables = (loader: string, nvram: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type><loader readonly='yes' type='pflash' ${loader}>/code</loader>${nvram}</os>
<features><acpi/></features><devices/></domain>`,
    { qemuVersion: '10.0' },
  ).argv?.find((word) => word.includes('unit=1'));
