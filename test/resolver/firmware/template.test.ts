import { convert } from '../../../src/convert';

/** What is to be done on the host for a guest with this element for its variables. */
const steps = (nvram: string) =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type><loader readonly='yes' type='pflash'>/code</loader>${nvram}</os>
<features><acpi/></features></domain>`,
    { qemuVersion: '10.0' },
  ).plan?.hostSteps.flatMap(({ commands }) => commands);

test.each([
  ["<nvram template='/t.fd'>/vars/a b.fd</nvram>", "cp /t.fd '/vars/a b.fd'"],
  [
    "<nvram template='/t.qcow2' templateFormat='qcow2' format='raw'>/vars/a b.fd</nvram>",
    "qemu-img convert -f qcow2 -O raw /t.qcow2 '/vars/a b.fd'",
  ],
])('a store is made from its template where it is not there: %s', (nvram, copies) => {
  expect(steps(nvram)).toEqual([`test -e '/vars/a b.fd' || { mkdir -p /vars && ${copies}; }`]);
});

test('a store without a template is not made', () => {
  expect(steps('<nvram>/vars/a.fd</nvram>')).toEqual([]);
});
