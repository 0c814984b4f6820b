import { convert } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';

const decided = (host: HostFacts) =>
  convert(
    `<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><tpm model='tpm-tis'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm></devices></domain>`,
    { qemuVersion: '10.0', host },
  ).plan?.decisions.flatMap(({ subject, value }) => (subject === 'tpm0' ? [value] : []));

test('what cancels a command is a guess where the host does not say', () => {
  expect(decided({ schema: 1 })).toEqual(['cancel-path=/dev/null']);
  expect(decided({ schema: 1, tpm: { cancelPath: '/sys/class/tpm/tpm0/device/cancel' } })).toEqual([]);
});
