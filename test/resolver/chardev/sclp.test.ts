import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

const port = (model: string) =>
  `<serial type='pty'><target type='sclp-serial'><model name='${model}'/></target></serial>`;

const errors = (devices: string, profile: ProfileName = 'standalone') =>
  convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='s390x' machine='s390-ccw-virtio'>hvm</type></os>
<devices>${devices}</devices></domain>`,
    { qemuVersion: '10.0', arch: 's390x', profile },
  ).diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

test("a machine has one of each of the operator's consoles, which libvirt leaves to QEMU", () => {
  const twice = port('sclpconsole') + port('sclpconsole');
  expect(errors(twice)).toEqual(['device-twice']);
  expect(errors(twice, 'libvirt')).toEqual([]);
  expect(errors(port('sclpconsole') + port('sclplmconsole'))).toEqual([]);
});
